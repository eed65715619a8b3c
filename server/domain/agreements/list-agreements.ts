import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Agreement } from './agreement.ts'
import { agreementColumns } from './columns.ts'

/** The company's agreements, newest first. Throws `forbidden`. */
export async function listAgreements(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Agreement>> {
  allow(ctx.actor, 'agreements:read')
  const rows = await ctx.sql<Agreement[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'agreements', true, ${offset}))
    select ${agreementColumns(ctx)} from agreements a
     where a.company_id = ${ctx.company.companyId} and a.created_at < (select boundary from start)
     order by a.created_at desc, a.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

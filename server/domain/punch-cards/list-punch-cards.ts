import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { punchCardColumns } from './columns.ts'
import type { PunchCard } from './punch-card.ts'

/** The company's templates, newest first. Throws `forbidden`. */
export async function listPunchCards(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<PunchCard>> {
  allow(ctx.actor, 'punchcards:read')
  const rows = await ctx.sql<PunchCard[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'punch_cards', true, ${offset}))
    select ${punchCardColumns(ctx)} from punch_cards
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

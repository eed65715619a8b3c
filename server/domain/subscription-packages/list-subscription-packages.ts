import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { packageColumns } from './columns.ts'
import type { SubscriptionPackage } from './subscription-package.ts'

/** The company's packages, newest first. Throws `forbidden`. */
export async function listSubscriptionPackages(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<Page<SubscriptionPackage>> {
  allow(ctx.actor, 'subscription:read')
  const rows = await ctx.sql<SubscriptionPackage[]>`
    with start as materialized (
      select * from page_start(${ctx.company.companyId}, 'subscription_packages', true, ${offset})
    )
    select ${packageColumns(ctx)} from subscription_packages p
     where p.company_id = ${ctx.company.companyId} and p.created_at < (select boundary from start)
     order by p.created_at desc, p.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

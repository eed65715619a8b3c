import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { subscriptionColumns } from './columns.ts'
import type { Subscription } from './subscription.ts'

/** The company's subscriptions, newest first. Throws `forbidden`. */
export async function listSubscriptions(
  ctx: Ctx,
  { offset, limit }: PageRequest,
): Promise<Page<Subscription>> {
  allow(ctx.actor, 'subscription:read')
  const rows = await ctx.sql<Subscription[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'subscriptions', true, ${offset}))
    select ${subscriptionColumns(ctx)} from subscriptions s
     where s.company_id = ${ctx.company.companyId} and s.created_at < (select boundary from start)
     order by s.created_at desc, s.id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

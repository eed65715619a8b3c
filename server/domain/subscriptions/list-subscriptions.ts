import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { subscriptionColumns } from './columns.ts'
import type { Subscription } from './subscription.ts'

/** The company's subscriptions, newest first; with a customer, that one's. Throws `forbidden`. */
export async function listSubscriptions(
  ctx: Ctx,
  { offset, limit }: PageRequest,
  customerId?: string,
): Promise<Page<Subscription>> {
  allow(ctx.actor, 'subscription:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const rows =
    customerId === undefined
      ? await sql<Subscription[]>`
          with start as materialized (select * from page_start(${companyId}, 'subscriptions', true, ${offset}))
          select ${subscriptionColumns(ctx)} from subscriptions s
           where s.company_id = ${companyId} and s.created_at < (select boundary from start)
           order by s.created_at desc, s.id desc
           limit ${limit + 1} offset (select remaining from start)`
      : await sql<Subscription[]>`
          select ${subscriptionColumns(ctx)} from subscriptions s
           where s.company_id = ${companyId} and s.customer_id = ${customerId}
           order by s.created_at desc, s.id desc limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}

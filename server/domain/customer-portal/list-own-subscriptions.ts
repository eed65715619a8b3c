import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { subscriptionColumns } from '../subscriptions/columns.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { ofOwnCustomer } from './own.ts'

/** The subscriptions of who asks, newest first. Throws `forbidden`. */
export async function listOwnSubscriptions(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<Subscription>>> {
  allow(ctx.actor, 'subscription:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Subscription>[]>`
    select ${subscriptionColumns(ctx)}, s.created_at as key from subscriptions s
     where s.company_id = ${ctx.company.companyId} and ${ofOwnCustomer(ctx, sql`s.customer_id`)}
       ${after ? sql`and (s.created_at, s.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by s.created_at desc, s.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

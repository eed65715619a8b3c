import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { subscriptionColumns, subscriptionFacts } from './columns.ts'
import type { Subscription } from './subscription.ts'

/** Forgets a subscription; its invoices stay. Returns it as it was. Throws `forbidden`, `not_found`. */
export async function deleteSubscription(ctx: Ctx, id: string): Promise<Subscription> {
  allow(ctx.actor, 'subscription:write')
  const [gone] = await ctx.sql<Subscription[]>`
    with gone as (
      delete from subscriptions where company_id = ${ctx.company.companyId} and id = ${id} returning *
    ), event as (
      ${insertEvent(ctx, 'subscription.deleted')}
        from (select company_id, id, ${subscriptionFacts(ctx, 'gone')} as before, null as after from gone) deleted
    )
    select ${subscriptionColumns(ctx)} from gone s`
  if (!gone) throw notFound('subscription')
  return gone
}

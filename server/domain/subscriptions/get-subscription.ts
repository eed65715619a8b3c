import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { subscriptionColumns } from './columns.ts'
import type { Subscription } from './subscription.ts'

/** One subscription of the company. Throws `forbidden`, `not_found`. */
export async function getSubscription(ctx: Ctx, id: string): Promise<Subscription> {
  allow(ctx.actor, 'subscription:read')
  const subscription = await findSubscription(ctx, id)
  if (!subscription) throw notFound('subscription')
  return subscription
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findSubscription(ctx: Ctx, id: string): Promise<Subscription | undefined> {
  const [subscription] = await ctx.sql<Subscription[]>`
    select ${subscriptionColumns(ctx)} from subscriptions s
     where s.company_id = ${ctx.company.companyId} and s.id = ${id}`
  return subscription
}

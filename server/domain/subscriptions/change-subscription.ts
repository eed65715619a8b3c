import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { subscriptionColumns, subscriptionFacts } from './columns.ts'
import { findSubscription } from './get-subscription.ts'
import { addRenewalJob } from './renewal-job.ts'
import type { Interval, Subscription } from './subscription.ts'

export interface SubscriptionChange {
  description?: string
  every?: Interval
  amountCents?: number
  vatRate?: number
  /** No term begins at or after it. */
  terminatedAt?: Date
}

/**
 * Changes what is given, from the next term on: what is billed stays as it is. A termination takes effect at its moment;
 * the term that runs then is the last. Throws `forbidden`, `not_found`, `conflict` (it has ended).
 */
export async function changeSubscription(
  ctx: Ctx,
  id: string,
  change: SubscriptionChange,
): Promise<Subscription> {
  allow(ctx.actor, 'subscription:write')
  const { timeZone } = ctx.company
  const today = dayIn(ctx.now, timeZone)
  const { terminatedAt = null } = change
  const lastStartOn = terminatedAt && dayIn(new Date(terminatedAt.getTime() - 1), timeZone)
  const [changed] = await ctx.sql<Subscription[]>`
    with old as (
      select * from subscriptions where company_id = ${ctx.company.companyId} and id = ${id}
         -- The same as statusOf() calls ended.
         and not coalesce(next_on > last_start_on
               and case when next_on = starts_on then terminated_at <= ${ctx.now} else next_on <= ${today}::date end, false)
         for update
    ), changed as (
      update subscriptions s
         set description = coalesce(${change.description ?? null}, s.description),
             every = coalesce(${change.every ?? null}, s.every),
             amount_cents = coalesce(${change.amountCents ?? null}::bigint, s.amount_cents),
             vat_rate = coalesce(${change.vatRate ?? null}::smallint, s.vat_rate),
             terminated_at = coalesce(${terminatedAt}::timestamptz, s.terminated_at),
             last_start_on = coalesce(${lastStartOn}::date, s.last_start_on)
        from old where s.company_id = old.company_id and s.id = old.id
      returning s.*
    ), event as (
      ${insertEvent(ctx, 'subscription.updated')}
        from (select s.company_id, s.id, ${subscriptionFacts(ctx, 'old')} as before,
                     ${subscriptionFacts(ctx, 's')} as after
                from changed s join old on old.id = s.id) updated
    ), job as (
      -- A termination that is moved on may let a term begin that was not to.
      select ${addRenewalJob(ctx)} from changed where next_on <= least(${today}::date, last_start_on)
    )
    select ${subscriptionColumns(ctx)}, (select count(*) from job) as jobs from changed s`
  if (changed) return changed
  if (!(await findSubscription(ctx, id))) throw notFound('subscription')
  throw conflict('subscription_ended', 'The subscription has ended and cannot be changed.')
}

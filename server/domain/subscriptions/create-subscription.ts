import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, type PlainDate } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { subscriptionColumns, subscriptionFacts } from './columns.ts'
import { addRenewalJob } from './renewal-job.ts'
import type { Interval, Subscription } from './subscription.ts'

export interface NewSubscription {
  customerId: string
  packageId: string | null
  description: string
  startsOn: PlainDate
  every: Interval
  amountCents: number
  vatRate: number
  createInvoice: boolean
  invoiceDescription: string | null
  createPayment: boolean
  mandateId: string | null
  followUpFailedPayment: boolean
}

/**
 * Begins a subscription. From today on every term is billed when it begins, the first too. A start before today is that
 * of a contract which ran elsewhere: the terms that began before today were billed there, so the next one is the first
 * here. Throws `forbidden`, `invalid` (customer).
 */
export async function createSubscription(ctx: Ctx, input: NewSubscription): Promise<Subscription> {
  allow(ctx.actor, 'subscription:write')
  const today = dayIn(ctx.now, ctx.company.timeZone)
  const subscription = await insertSubscription(
    ctx,
    input,
    ctx.sql`
    (select k * ${input.every}::interval
       from generate_series(0, greatest(${today}::date - ${input.startsOn}::date, 0) / 14 + 1) k
      where ${input.startsOn}::date + k * ${input.every}::interval >= ${today}::date order by k limit 1)`,
  )
  if (!subscription) throw invalid('customerId', 'must be the ID of an existing customer')
  return subscription
}

/**
 * Writes a subscription of which `elapsed` (SQL, an interval) is behind it, its event, and the job where a term is due.
 * Undefined when there is no such customer, or a package was named that is gone.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for subscription:write
export async function insertSubscription(
  ctx: Ctx,
  input: NewSubscription,
  elapsed: ReturnType<typeof addRenewalJob>,
): Promise<Subscription | undefined> {
  const [subscription] = await ctx.sql<Subscription[]>`
    with made as (
      insert into subscriptions (company_id, id, customer_id, package_id, description, starts_on, every, elapsed,
        amount_cents, vat_rate, create_invoice, invoice_description, create_payment, mandate_id,
        follow_up_failed_payment, created_at)
      select company_id, ${newId()}::uuid, id, ${input.packageId}::uuid, ${input.description},
             ${input.startsOn}::date, ${input.every}, ${elapsed}, ${input.amountCents}::bigint,
             ${input.vatRate}::smallint, ${input.createInvoice}::boolean, ${input.invoiceDescription},
             ${input.createPayment}::boolean, ${input.mandateId}, ${input.followUpFailedPayment}::boolean,
             ${ctx.now}::timestamptz
        from customers where company_id = ${ctx.company.companyId} and id = ${input.customerId}
      returning *
    ), event as (
      ${insertEvent(ctx, 'subscription.created')}
        from (select company_id, id, null as before, ${subscriptionFacts(ctx, 'made')} as after from made) created
    ), job as (
      select ${addRenewalJob(ctx)} from made where next_on <= ${dayIn(ctx.now, ctx.company.timeZone)}::date
    )
    select ${subscriptionColumns(ctx)}, (select count(*) from job) as jobs from made s`
  return subscription
}

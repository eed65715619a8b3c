import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { paymentColumns, type Payment } from '../payments/payment.ts'
import { getSubscription } from './get-subscription.ts'
import { toSubscriptionPayment, type PaidTerm, type SubscriptionPayment } from './subscription-payment.ts'

/** The payments of a subscription's terms, that of its sign-up included, newest first. Throws `forbidden`, `not_found`. */
export async function listSubscriptionPayments(
  ctx: Ctx,
  subscriptionId: string,
  { offset, limit }: PageRequest,
): Promise<Page<SubscriptionPayment>> {
  allow(ctx.actor, 'subscription:read')
  const rows = await ctx.sql<(Payment & PaidTerm)[]>`
    with term as (
      ${termsPaid(ctx, ctx.sql`p.subscription_id = ${subscriptionId}`, ctx.sql`u.subscription_id = ${subscriptionId}`)}
    )
    select ${paymentColumns(ctx)}, "subscriptionId", "startsOn", "invoiceId"
      from term join payments on company_id = ${ctx.company.companyId} and subject_kind = kind and subject_id = of
     order by created_at desc, id desc limit ${limit + 1} offset ${offset}`
  if (rows.length === 0) await getSubscription(ctx, subscriptionId)
  const { rows: shown, more } = toPage(rows, limit)
  return { rows: shown.map((row) => toSubscriptionPayment(row, row)), more }
}

/** One payment of a subscription that is still there, by the payment's id: for whoever tells of its events. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findSubscriptionPayment(
  ctx: Ctx,
  id: string,
): Promise<SubscriptionPayment | undefined> {
  const { companyId } = ctx.company
  const subject = ctx.sql`(select subject_id from payments where company_id = ${companyId} and id = ${id})`
  const [row] = await ctx.sql<(Payment & PaidTerm)[]>`
    with term as (${termsPaid(ctx, ctx.sql`p.id = ${subject}`, ctx.sql`u.id = ${subject}`)})
    select ${paymentColumns(ctx)}, "subscriptionId", "startsOn", "invoiceId"
      from term join payments on company_id = ${companyId} and subject_kind = kind and subject_id = of
     where id = ${id}`
  return row && toSubscriptionPayment(row, row)
}

type Condition = ReturnType<typeof paymentColumns>

/** What payments of subscriptions are for: terms, and sign-ups, whose payment is that of the first term. */
const termsPaid = (ctx: Ctx, ofTerm: Condition, ofSignUp: Condition) => ctx.sql`
  select 'subscription_period' as kind, p.id as of, p.subscription_id as "subscriptionId", p.starts_on as "startsOn",
         p.invoice_id as "invoiceId"
    from subscription_periods p
   where p.company_id = ${ctx.company.companyId} and p.subscription_id is not null and ${ofTerm}
  union all
  select 'sign_up', u.id, u.subscription_id, s.starts_on, u.invoice_id
    from pending_sign_ups u join subscriptions s on s.company_id = u.company_id and s.id = u.subscription_id
   where u.company_id = ${ctx.company.companyId} and ${ofSignUp}`

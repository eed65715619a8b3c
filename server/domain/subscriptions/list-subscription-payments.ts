import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { paymentColumns, type Payment } from '../payments/payment.ts'
import { getSubscription } from './get-subscription.ts'
import { toSubscriptionPayment, type SubscriptionPayment } from './subscription-payment.ts'

/** The payments of a subscription's terms, that of its sign-up included, newest first. Throws `forbidden`, `not_found`. */
export async function listSubscriptionPayments(
  ctx: Ctx,
  subscriptionId: string,
  { offset, limit }: PageRequest,
): Promise<Page<SubscriptionPayment>> {
  allow(ctx.actor, 'subscription:read')
  const { companyId } = ctx.company
  const rows = await ctx.sql<(Payment & { startsOn: string; invoiceId: string | null })[]>`
    with term as (
      select 'subscription_period' as kind, id as of, starts_on, invoice_id from subscription_periods
       where company_id = ${companyId} and subscription_id = ${subscriptionId}
      union all
      select 'sign_up', u.id, s.starts_on, u.invoice_id from pending_sign_ups u
        join subscriptions s on s.company_id = u.company_id and s.id = u.subscription_id
       where u.company_id = ${companyId} and u.subscription_id = ${subscriptionId}
    )
    select ${paymentColumns(ctx)}, term.starts_on as "startsOn", term.invoice_id as "invoiceId"
      from term join payments on company_id = ${companyId} and subject_kind = term.kind and subject_id = term.of
     order by created_at desc, id desc limit ${limit + 1} offset ${offset}`
  if (rows.length === 0) await getSubscription(ctx, subscriptionId)
  const { rows: shown, more } = toPage(rows, limit)
  return {
    rows: shown.map((row) =>
      toSubscriptionPayment(row, { subscriptionId, startsOn: row.startsOn, invoiceId: row.invoiceId }),
    ),
    more,
  }
}

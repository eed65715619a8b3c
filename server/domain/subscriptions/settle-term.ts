import { settleInvoice } from '../invoices/settle-invoice.ts'
import type { PaymentStatus, Settle } from '../payments/payment.ts'
import { addChargeTermJob } from './charge-job.ts'
import { insertPaymentEvent, toSubscriptionPayment } from './subscription-payment.ts'

const FOLLOW_UP_MS = 3 * 24 * 60 * 60_000

const failures: ReadonlySet<PaymentStatus> = new Set(['failed', 'canceled', 'expired'])

/**
 * Hears of the payment of a term: tells it on, puts the money on the term's invoice where it has one, and has a failed
 * charge tried again in three days where that is wanted. The invoice gets its money also when the subscription is gone.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settleTerm: Settle = async (ctx, settlement) => {
  const { payment, previous } = settlement
  const [term] = await ctx.sql<
    { subscriptionId: string | null; startsOn: string; invoiceId: string | null; followUp: boolean }[]
  >`
    select p.subscription_id as "subscriptionId", p.starts_on as "startsOn", p.invoice_id as "invoiceId",
           coalesce(s.follow_up_failed_payment, false) as "followUp"
      from subscription_periods p
      left join subscriptions s on s.company_id = p.company_id and s.id = p.subscription_id
     where p.company_id = ${ctx.company.companyId} and p.id = ${payment.subjectId}`
  if (!term) return
  const { subscriptionId, startsOn, invoiceId } = term
  if (subscriptionId !== null) {
    const shown = toSubscriptionPayment(payment, { subscriptionId, startsOn, invoiceId })
    await insertPaymentEvent(ctx, 'subscription_payment.updated', shown, { status: previous })
  }
  if (term.followUp && failures.has(payment.status) && payment.status !== previous) {
    const at = new Date(ctx.now.getTime() + FOLLOW_UP_MS)
    await ctx.sql`
      select ${addChargeTermJob(ctx.sql, at)}
        from (select ${ctx.company.companyId}::integer as company_id, ${payment.subjectId}::uuid as id) term`
  }
  if (invoiceId === null) return
  await settleInvoice(ctx, {
    ...settlement,
    payment: { ...payment, subjectKind: 'invoice', subjectId: invoiceId },
  })
}

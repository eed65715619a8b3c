import { settleInvoice } from '../invoices/settle-invoice.ts'
import type { Settle } from '../payments/payment.ts'
import { insertPaymentEvent, toSubscriptionPayment } from '../subscriptions/subscription-payment.ts'
import { completeSignUp, termOfSignUp } from './complete-sign-up.ts'

/**
 * Hears of the payment of a sign-up: the first money completes it, and all of it goes to the invoice of the first term.
 * Money for a sign-up that is gone stays with the payment.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settleSignUp: Settle = async (ctx, settlement) => {
  const { payment, previous, entries } = settlement
  if (entries.length === 0) return
  const paid = entries.find(({ kind }) => kind === 'payment')
  const term = paid
    ? await completeSignUp(ctx, payment.subjectId, { at: paid.occurredAt, mandateId: payment.mandateId })
    : await termOfSignUp(ctx, payment.subjectId)
  if (!term) return
  const { subscriptionId, startsOn, invoiceId } = term
  if (subscriptionId !== null && startsOn !== null) {
    const shown = toSubscriptionPayment(payment, { subscriptionId, startsOn, invoiceId })
    // Before it was paid there was no subscription that it could be a payment of.
    if (paid) await insertPaymentEvent(ctx, 'subscription_payment.created', shown, null)
    else await insertPaymentEvent(ctx, 'subscription_payment.updated', shown, { status: previous })
  }
  if (invoiceId === null) return
  await settleInvoice(ctx, {
    ...settlement,
    payment: { ...payment, subjectKind: 'invoice', subjectId: invoiceId },
  })
}

import { settleInvoice } from '../invoices/settle-invoice.ts'
import type { Settle } from '../payments/payment.ts'
import { completeSignUp, invoiceOfSignUp } from './complete-sign-up.ts'

/**
 * Hears of the payment of a sign-up: the first money completes it, and all of it goes to the invoice of the first term.
 * Money for a sign-up that is gone stays with the payment.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settleSignUp: Settle = async (ctx, settlement) => {
  const { payment, entries } = settlement
  if (entries.length === 0) return
  const paid = entries.find(({ kind }) => kind === 'payment')
  const invoiceId = paid
    ? await completeSignUp(ctx, payment.subjectId, { at: paid.occurredAt, mandateId: payment.mandateId })
    : await invoiceOfSignUp(ctx, payment.subjectId)
  if (invoiceId === undefined) return
  await settleInvoice(ctx, {
    ...settlement,
    payment: { ...payment, subjectKind: 'invoice', subjectId: invoiceId },
  })
}

import type { PayoutState } from '../../../domain/payouts/get-payout-state.ts'
import type { AwaitingPayment } from '../../../domain/payouts/list-awaiting.ts'
import type { PayoutEntry } from '../../../domain/payouts/list-payout-entries.ts'
import { differenceOf, type Payout } from '../../../domain/payouts/payout.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatCents } from '../../../kernel/money.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'
import { orNull } from '../imports/present.ts'

export const presentPayout = (payout: Payout, company: Company) => ({
  id: encodeId('payout', payout.id),
  provider: payout.provider,
  providerId: payout.providerId,
  reference: payout.reference,
  status: payout.status,
  amount: formatCents(payout.amountCents),
  currency: payout.currency,
  createdAt: formatAtom(payout.createdAt, company.timeZone),
  settledAt: orNull(payout.settledAt, company),
  sums: payout.sums.map(({ kind, count, cents }) => ({ kind, count, amount: formatCents(cents) })),
  difference: formatCents(differenceOf(payout)),
  strangers: payout.strangers,
})

const invoiceOf = ({ invoiceId, externalNumber }: Pick<PayoutEntry, 'invoiceId' | 'externalNumber'>) => ({
  invoiceId: invoiceId === null ? null : encodeId('invoice', invoiceId),
  invoiceNumber: externalNumber,
})

export const presentPayoutEntry = (entry: PayoutEntry, { timeZone }: Company) => ({
  id: encodeId('payoutEntry', entry.id),
  kind: entry.kind,
  at: formatAtom(entry.occurredAt, timeZone),
  amount: formatCents(entry.amountCents),
  providerId: entry.providerId,
  providerPaymentId: entry.paymentProviderId,
  paymentId: entry.paymentId === null ? null : encodeId('payment', entry.paymentId),
  description: entry.description,
  payer: entry.payerName,
  method: entry.method,
  ...invoiceOf(entry),
})

export const presentAwaiting = (payment: AwaitingPayment, { timeZone }: Company) => ({
  id: encodeId('payment', payment.id),
  paidAt: formatAtom(payment.paidAt, timeZone),
  provider: payment.provider,
  amount: formatCents(payment.amountCents),
  description: payment.description,
  payer: payment.payerName,
  method: payment.method,
  ...invoiceOf(payment),
  payoutId: payment.payoutId === null ? null : encodeId('payout', payment.payoutId),
  payoutStatus: payment.payoutStatus,
})

export const presentPayoutState = (state: PayoutState, company: Company) => ({
  currency: company.currency,
  provider: state.provider,
  asked: state.asked,
  lookedAt: orNull(state.lookedAt, company),
  readAt: orNull(state.readAt, company),
  failure: state.failure,
  message: state.message,
  awaiting: { payments: state.awaiting.payments, amount: formatCents(state.awaiting.cents) },
})

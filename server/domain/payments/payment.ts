import type { Ctx, Tx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { PaymentSequence, ProviderPaymentStatus } from './provider.ts'

/** `created`: ours only; the provider does not know it, or we do not know that it does. */
export type PaymentStatus = 'created' | ProviderPaymentStatus

/** What a payment is for. */
export interface PaymentSubject {
  /** One of domain/payments/subjects.ts. */
  kind: string
  /** The UUID of the thing. */
  id: string
}

export interface Payment {
  id: string
  /** The secret of its checkout and return pages. */
  token: string
  subjectKind: string
  subjectId: string
  amountCents: number
  currency: string
  description: string
  sequence: PaymentSequence
  status: PaymentStatus
  provider: string
  connectionId: string | null
  providerId: string | null
  providerCustomerId: string | null
  mandateId: string | null
  /** The provider's page. */
  checkoutUrl: string | null
  /** As the provider calls it. */
  method: string | null
  wantedMethod: string | null
  payerName: string | null
  payerEmail: string | null
  locale: string | null
  returnTo: string | null
  failure: string | null
  refundedCents: number
  chargedBackCents: number
  sentAt: Instant | null
  createdAt: Instant
  paidAt: Instant | null
  expiresAt: Instant | null
}

export type EntryKind = 'payment' | 'refund' | 'refund_failed' | 'chargeback' | 'chargeback_reversed'

/** Money that moved, once. `refund_failed` and `chargeback_reversed` are money that came back to the company. */
export interface PaymentEntry {
  id: string
  kind: EntryKind
  /** Positive; the kind says which way. */
  amountCents: number
  occurredAt: Instant
}

/** A context whose statements are one change. */
export type TxCtx = Ctx & { sql: Tx }

/** What a sync found new about a payment. `entries` holds each movement of money exactly once in its life. */
export interface Settlement {
  /** As it is now. */
  payment: Payment
  previous: PaymentStatus
  entries: PaymentEntry[]
}

/** How the module that owns a kind of subject hears of its payments: inside the transaction that notes them. */
export type Settle = (ctx: TxCtx, settlement: Settlement) => Promise<void>

/** The columns of a `Payment`. */
export const paymentColumns = (ctx: Pick<Ctx, 'sql'>) => ctx.sql`
  id, token, subject_kind as "subjectKind", subject_id as "subjectId", amount_cents as "amountCents", currency,
  description, sequence, status, provider, connection_id as "connectionId", provider_id as "providerId",
  provider_customer_id as "providerCustomerId", mandate_id as "mandateId", checkout_url as "checkoutUrl", method,
  wanted_method as "wantedMethod", payer_name as "payerName", payer_email as "payerEmail", locale,
  return_to as "returnTo", failure, refunded_cents as "refundedCents", charged_back_cents as "chargedBackCents",
  sent_at as "sentAt", created_at as "createdAt", paid_at as "paidAt", expires_at as "expiresAt"`

// A canceled or failed attempt may still be paid; what is paid stays so, and money going back is noted beside it.
const ranks: Record<PaymentStatus, number> = {
  created: 0,
  open: 1,
  pending: 2,
  authorized: 3,
  failed: 4,
  canceled: 4,
  expired: 4,
  paid: 5,
}

/** The later of two states: answers that overtake each other do not take a payment back. */
export const laterStatus = (known: PaymentStatus, told: PaymentStatus): PaymentStatus =>
  ranks[told] > ranks[known] ? told : known

/** Nothing comes of it any more but, rarely, money. */
export const isOver = (status: PaymentStatus): boolean => ranks[status] >= ranks.failed

/** The names that the ledger, and so `/api/v2`, has for methods. */
const ledgerMethods: Record<string, string> = {
  creditcard: 'credit_card',
  directdebit: 'sdd',
  banktransfer: 'bank_transfer',
}

/** How a payment line names the method. */
export const ledgerMethod = (payment: Pick<Payment, 'method' | 'provider'>): string =>
  payment.method === null ? payment.provider : (ledgerMethods[payment.method] ?? payment.method)

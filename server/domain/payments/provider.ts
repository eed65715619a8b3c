import type { Vault } from '../../kernel/vault.ts'

/** `first` also asks the payer for a mandate; `recurring` charges one without the payer. */
export type PaymentSequence = 'oneoff' | 'first' | 'recurring'

/** A payment as a provider is asked for it. */
export interface PaymentOrder {
  /** Our payment's id: the provider keeps it beside its own, and two orders of one reference are one payment. */
  reference: string
  /** Positive integer cents. */
  amountCents: number
  /** ISO 4217. */
  currency: string
  /** What the payer reads on the bank statement. */
  description: string
  sequence: PaymentSequence
  /** Where the payer's browser is sent afterwards. */
  redirectUrl: string
  /** What the provider calls when something changed. */
  webhookUrl: string
  /** Undefined: the payer chooses. */
  method: string | undefined
  /** `nl`, `en`, … */
  locale: string | undefined
  /** The provider's id of who pays; `first` and `recurring` need it. */
  customerId: string | undefined
  /** `recurring` only. */
  mandateId: string | undefined
}

export type ProviderPaymentStatus =
  'open' | 'pending' | 'authorized' | 'paid' | 'failed' | 'canceled' | 'expired'

/** A payment as its provider knows it now. Money in integer cents, instants in ISO 8601. */
export interface ProviderPayment {
  providerId: string
  /** Our payment's id, as it was ordered; undefined when the payment was not ours. */
  reference: string | undefined
  status: ProviderPaymentStatus
  /** Where the payer pays, as long as that is possible. */
  checkoutUrl: string | undefined
  amountCents: number
  currency: string
  amountRefundedCents: number
  amountChargedBackCents: number
  /** `ideal`, `creditcard`, `directdebit`, …, as the provider calls it. */
  method: string | undefined
  payerName: string | undefined
  mandateId: string | undefined
  customerId: string | undefined
  paidAt: string | undefined
  expiresAt: string | undefined
  /** Why it failed, for the treasurer. */
  failure: string | undefined
  refunds: { id: string; amountCents: number; at: string; status: 'pending' | 'refunded' | 'failed' }[]
  chargebacks: { id: string; amountCents: number; at: string; reversedAt: string | undefined }[]
}

/** What a payer agreed to: being charged again. */
export interface Mandate {
  id: string
  status: 'valid' | 'pending' | 'invalid'
  method: string
  signedOn: string | undefined
}

export const payoutStatuses = ['open', 'pending', 'paidout', 'failed'] as const
/** `open`: still being filled; `pending`: on its way; `paidout` is the end. */
export type PayoutStatus = (typeof payoutStatuses)[number]

/** A sum that a provider pays to the company's bank account. */
export interface ProviderPayout {
  providerId: string
  /** As it stands on the bank statement. */
  reference: string | undefined
  status: PayoutStatus
  /** Integer cents; below zero where more went back than came in. */
  amountCents: number
  currency: string
  createdAt: string
  settledAt: string | undefined
}

export const payoutEntryKinds = ['payment', 'capture', 'refund', 'chargeback', 'cost'] as const
export type PayoutEntryKind = (typeof payoutEntryKinds)[number]

/** What one payout is made of. */
export interface ProviderPayoutEntry {
  kind: PayoutEntryKind
  /** The provider's, good within the payout. */
  providerId: string
  /** The provider's id of the payment; undefined for costs. */
  paymentId: string | undefined
  /** What it adds to the payout: below zero for what is kept or goes back. */
  amountCents: number
  /** Of a cost. */
  description: string | undefined
  at: string
}

/** A payment provider, as the domain sees it. Implemented in `server/providers/`. All throw `PaymentProviderError` only. */
export interface PaymentProvider {
  /** What the account says of itself. `methods` are those that its payers can choose from. */
  check(): Promise<{ live: boolean; methods: string[] }>
  /** Safe to repeat with the same reference for an hour at least. */
  createPayment(order: PaymentOrder): Promise<ProviderPayment>
  getPayment(providerId: string): Promise<ProviderPayment>
  /** A customer's payment by our reference: what became of an order whose answer was lost. */
  findPayment(customerId: string, reference: string): Promise<ProviderPayment | undefined>
  /** The provider's id of a new customer. Safe to repeat with the same reference. */
  createCustomer(customer: {
    reference: string
    name: string | undefined
    email: string | undefined
  }): Promise<string>
  getMandate(customerId: string, mandateId: string): Promise<Mandate>
  listMandates(customerId: string): Promise<Mandate[]>
  /** Payouts that were begun since, in any order. `unauthorized` where the connection does not reach so far. */
  listPayouts(since: Date): Promise<ProviderPayout[]>
  /** All that is in one of them. */
  listPayoutEntries(payoutId: string): Promise<ProviderPayoutEntry[]>
  /** Gives money back; safe to repeat with the same reference. Answers the provider's id of the refund. */
  refundPayment(refund: {
    providerId: string
    amountCents: number
    currency: string
    description: string
    reference: string
  }): Promise<string>
}

/**
 * - `unavailable`: no answer, a time-out or a 5xx; the outcome may be unknown; try again later
 * - `rate_limited`: try again later
 * - `unauthorized`: the key was refused; trying again helps only after it is replaced
 * - `not_found`: nothing there by that id
 * - `refused`: the provider understood and said no
 */
export type PaymentProviderErrorKind =
  'unavailable' | 'rate_limited' | 'unauthorized' | 'not_found' | 'refused'

/** The message is for the treasurer and carries no secret. */
export class PaymentProviderError extends Error {
  readonly kind: PaymentProviderErrorKind

  constructor(kind: PaymentProviderErrorKind, message: string) {
    super(message)
    this.name = 'PaymentProviderError'
    this.kind = kind
  }
}

/** What is stored, sealed, of a connection. */
export interface PaymentSecrets {
  apiKey: string
  /** What reads payouts, where the key may not. */
  payoutToken?: string
}

/** How a payment finds its provider: put together where the program is. */
export interface PaymentProviders {
  vault: Vault
  /** The provider of a connection, by its name. */
  open(provider: string, baseUrl: string, secrets: PaymentSecrets): PaymentProvider
  /** The built-in test bank, where this installation allows it. */
  sandbox: ((companyId: number) => PaymentProvider) | undefined
  /** The address of this installation, which providers send payers and webhooks to. */
  publicUrl(): string
}

/** The name that payments of the sandbox bear. */
export const SANDBOX = 'sandbox'

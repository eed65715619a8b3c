/** A payment of ours that the company's bookkeeping should know. */
export interface BookkeepingPayment {
  /** The invoice's number as the company knows it, e.g. `2024-001`. */
  invoiceNumber: string
  /** Our ledger line's id: the same payment always bears the same reference, so that it can be recognised. */
  reference: string
  /** `YYYY-MM-DD` in the company's time zone. */
  paidOn: string
  /** Positive integer cents. */
  amountCents: number
  /** ISO 4217. */
  currency: string
}

/** Where the payment is found in the bookkeeping. */
export interface RegisteredPayment {
  externalInvoiceId: string
  externalPaymentId: string
}

/** A bookkeeping package, as the domain sees it. Implemented in `server/providers/`. */
export interface Bookkeeping {
  /** The name of the administration that the connection leads to. Throws `BookkeepingError` only. */
  check(): Promise<{ administration: string }>
  /**
   * Registers the payment on the invoice with that number. Safe to repeat: a payment with this reference that is
   * already there is returned, not registered again. Throws `BookkeepingError` only.
   */
  registerPayment(payment: BookkeepingPayment): Promise<RegisteredPayment>
}

/**
 * - `unavailable`: no answer, a time-out or a 5xx; the outcome may be unknown; try again later
 * - `rate_limited`: try again after `retryAfterSeconds`
 * - `unauthorized`: the token was refused; trying again helps only after it is replaced
 * - `not_found`: no invoice with that number there (yet)
 * - `refused`: the bookkeeping understood and said no
 */
export type BookkeepingErrorKind = 'unavailable' | 'rate_limited' | 'unauthorized' | 'not_found' | 'refused'

/** The message is for the treasurer and carries no secret. */
export class BookkeepingError extends Error {
  readonly kind: BookkeepingErrorKind
  readonly retryAfterSeconds: number | undefined

  constructor(kind: BookkeepingErrorKind, message: string, retryAfterSeconds?: number) {
    super(message)
    this.name = 'BookkeepingError'
    this.kind = kind
    this.retryAfterSeconds = retryAfterSeconds
  }
}

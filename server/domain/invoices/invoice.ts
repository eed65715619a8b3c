import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { SentMessage } from '../collection/messages-json.ts'
import type { Recipient } from '../customers/customer.ts'
import type { Message } from '../tickets/ticket.ts'

/** An invoice as a list shows it. */
export interface Invoice {
  id: string
  customerId: string
  /** The company's own number. */
  externalNumber: string
  issuedOn: PlainDate
  dueOn: PlainDate | null
  currency: string
  /** As invoiced, in cents. */
  amountCents: number
  outstandingCents: number
  /** When the outstanding amount reached zero or less. */
  paidAt: Instant | null
  /** The secret of the invoice's public link. */
  linkToken: string
  createdAt: Instant
}

/**
 * What a line is: money asked, paid, taken back by the payer, given back by the company, or given up. The ledger's sign
 * rules are in the schema.
 */
export type LineKind = 'charge' | 'fee' | 'payment' | 'chargeback' | 'refund' | 'credit'

/** What the money of a line is for, where that is not the invoiced amount. */
export type LineSubtype =
  | 'donation'
  | 'surcharge'
  | 'administrative_fee'
  | 'installment_fee'
  | 'chargeback_fee'
  | 'late_payment_fee'
  | 'penalty_fee'
  | 'youth_fund'

export interface InvoiceLine {
  id: string
  /** The partner's own id of the line, where it chose one. */
  externalId: string | null
  kind: LineKind
  subtype: LineSubtype | null
  /** Positive raises the outstanding amount, negative lowers it. */
  amountCents: number
  description: string | null
  paymentMethod: string | null
  /** Before VAT, and the rate in percent; null where the line came without. */
  netCents: number | null
  vatRate: number | null
  occurredAt: Instant
}

/** An invoice with everything on it. */
export interface InvoiceDetails extends Invoice {
  batchId: string
  /** Ours, unique. */
  number: number
  reference: string | null
  locale: string | null
  directDebitIban: string | null
  federationMembershipNumber: string | null
  clubMembershipNumber: string | null
  memberExternalId: string | null
  externalMembershipNumber: string | null
  recipient: Recipient
  retractedAt: Instant | null
  retractionReason: string | null
  showRetractionReasonToCustomer: boolean
  lines: InvoiceLine[]
  /** What was said about it, oldest first. */
  conversation: Pick<Message, 'id' | 'text' | 'byCustomer' | 'postedAt' | 'attachments'>[]
  /** What was sent to the customer about it, oldest first. */
  messages: SentMessage[]
}

/** What the company invoices: a line before it is one. */
export interface NewLine {
  amountCents: number
  description: string
  occurredAt?: Date
  externalId?: string
  /** Before VAT, with its rate; where the line came with one. */
  netCents?: number
  vatRate?: number
}

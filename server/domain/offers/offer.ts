import { dayIn, type Instant, type PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'

/** An offer as a list shows it. */
export interface Offer {
  id: string
  customerId: string
  /** The company's own number. */
  number: string
  issuedOn: PlainDate
  /** The last day on which its customer may accept it. */
  expiresOn: PlainDate
  currency: string
  /** VAT included. */
  amountCents: number
  acceptedAt: Instant | null
  /** As it was told, or seen. */
  acceptedViaIp: string | null
  acceptedViaUserAgent: string | null
  /** PNG, in base 64. */
  acceptanceSignature: string | null
  rejectedAt: Instant | null
  /** The secret of its public link. */
  linkToken: string
  createdAt: Instant
}

export interface OfferLine {
  description: string
  /** Before VAT. */
  netCents: number
  /** Whole percent. */
  vatRate: number
  /** VAT included: its share of the total. */
  amountCents: number
}

/** An offer with everything on it. */
export interface OfferDetails extends Offer {
  recipient: Recipient
  /** The PDF that came with it; null: one is made of the lines. */
  documentId: string | null
  lines: OfferLine[]
}

export type OfferState = 'open' | 'accepted' | 'rejected' | 'expired'

/** What an offer is at an instant, on the clock of its company. */
export function stateOf(offer: Offer, now: Date, timeZone: string): OfferState {
  if (offer.acceptedAt !== null) return 'accepted'
  if (offer.rejectedAt !== null) return 'rejected'
  return dayIn(now, timeZone) > offer.expiresOn ? 'expired' : 'open'
}

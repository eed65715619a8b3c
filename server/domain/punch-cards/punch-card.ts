import type { Instant } from '../../kernel/time.ts'

export type ExpiryPeriod = 'days' | 'months' | 'years'

/** A template of cards. */
export interface PunchCard {
  id: string
  name: string
  description: string | null
  punches: number
  /** What a punch stands for: `lessons`. */
  punchLabel: string
  forSale: boolean
  /** VAT included; null when not for sale. */
  priceCents: number | null
  vatRate: number | null
  /** Null when its cards never expire. */
  expiryValue: number | null
  expiryPeriod: ExpiryPeriod | null
  createdAt: Instant
}

/** A customer's card. */
export interface IssuedPunchCard {
  id: string
  punchCardId: string
  customerId: string
  punchesLeft: number
  expiresAt: Instant | null
  issuedAt: Instant
}

export type IssuedPunchCardStatus = 'active' | 'expired' | 'fully_used'

/** A card that is used up is that, also when its time has come. */
export function statusOf(card: IssuedPunchCard, now: Date): IssuedPunchCardStatus {
  if (card.punchesLeft === 0) return 'fully_used'
  return card.expiresAt !== null && Date.parse(card.expiresAt) <= now.getTime() ? 'expired' : 'active'
}

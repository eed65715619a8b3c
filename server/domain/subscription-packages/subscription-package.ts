import type { Instant } from '../../kernel/time.ts'
import type { Interval } from '../subscriptions/subscription.ts'

/** What subscriptions are sold as. */
export interface SubscriptionPackage {
  id: string
  name: string
  /** The terms of the contract. */
  description: string | null
  every: Interval
  /** Of one term, VAT included. */
  amountCents: number
  vatRate: number
  availableForSale: boolean
  createdAt: Instant
}

import { dayIn, type Instant, type PlainDate } from '../../kernel/time.ts'

/** How long a term lasts. Each is an interval that Postgres reads as it stands. */
export const intervals = ['14 days', '1 month', '2 months', '6 months', '1 year'] as const
export type Interval = (typeof intervals)[number]

export interface Subscription {
  id: string
  customerId: string
  /** The package it was signed up for, where it was, and while that exists. */
  packageId: string | null
  description: string
  startsOn: PlainDate
  every: Interval
  /** The first day of the next term that is not billed yet. */
  nextOn: PlainDate
  /** When the term at hand is over: `nextOn`, or the end of the first term while that has yet to be billed. */
  renewsOn: PlainDate
  /** Of one term, VAT included. */
  amountCents: number
  /** Whole percent. */
  vatRate: number
  createInvoice: boolean
  /** Stands on the invoices instead of the description. */
  invoiceDescription: string | null
  createPayment: boolean
  /** The payment provider's, to charge. */
  mandateId: string | null
  followUpFailedPayment: boolean
  terminatedAt: Instant | null
  /** The last day on which a term may begin; null as long as it is not terminated. */
  lastStartOn: PlainDate | null
  createdAt: Instant
}

export type SubscriptionStatus = 'planned' | 'in_progress' | 'terminated' | 'ended'

/**
 * planned until the day it starts, then in_progress. terminated from the moment that a termination is known, also one
 * that is still to come, until the last term that it leaves is over: then ended. What is terminated before its first
 * term has ended at the termination.
 */
export function statusOf(subscription: Subscription, now: Date, timeZone: string): SubscriptionStatus {
  const { startsOn, nextOn, terminatedAt, lastStartOn } = subscription
  const today = dayIn(now, timeZone)
  if (terminatedAt === null || lastStartOn === null) return startsOn > today ? 'planned' : 'in_progress'
  if (nextOn <= lastStartOn) return 'terminated'
  if (nextOn === startsOn) return Date.parse(terminatedAt) <= now.getTime() ? 'ended' : 'terminated'
  return nextOn <= today ? 'ended' : 'terminated'
}

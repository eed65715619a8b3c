import type { Instant } from '../../kernel/time.ts'

export const deliveryStates = ['pending', 'delivered', 'failed'] as const

/** `failed`: no further attempt is planned; it can be sent again by hand. */
export type DeliveryState = (typeof deliveryStates)[number]

/** One request to an endpoint and what came of it. */
export interface Attempt {
  at: Instant
  durationMs: number
  url: string
  /** Null when no answer came; then `error` says why. */
  status: number | null
  error: string | null
  /** The beginning of the answer's body. */
  answer: string | null
}

/** What an endpoint is, or was, owed: one event. */
export interface Delivery {
  id: string
  eventId: string
  state: DeliveryState
  /** Null until the first attempt. */
  body: string | null
  createdAt: Instant
  /** Null when none is planned. */
  nextAttemptAt: Instant | null
  /** Oldest first. */
  attempts: Attempt[]
}

import type { PaymentStatus } from './payment.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Longer than the thirteen weeks in which most payments can be charged back. */
const WATCHED_DAYS = 100
/** A bank that was slow tells within hours that a canceled payment was made after all. */
const CANCELED_WATCHED_MS = 3 * 60 * MINUTE

/**
 * When to look next without having been told: webhooks get lost. A payment that is not over is looked at after half its
 * age, from two minutes to twelve hours apart; a canceled one for some hours; a paid one weekly, for a chargeback that went
 * unheard; else never.
 */
export function nextLook({
  status,
  createdAt,
  paidAt,
  now,
}: {
  status: PaymentStatus
  createdAt: string
  paidAt: string | undefined
  now: Date
}): Date | undefined {
  const after = (ms: number) => new Date(now.getTime() + ms)
  const age = now.getTime() - Date.parse(createdAt)
  switch (status) {
    case 'created':
    case 'failed':
    case 'expired':
      return undefined
    case 'canceled':
      return age < CANCELED_WATCHED_MS ? after(30 * MINUTE) : undefined
    case 'paid': {
      const sincePaid = now.getTime() - Date.parse(paidAt ?? createdAt)
      return sincePaid < WATCHED_DAYS * DAY ? after(7 * DAY) : undefined
    }
    case 'open':
    case 'pending':
    case 'authorized':
      return after(Math.min(Math.max(age / 2, 2 * MINUTE), DAY / 2))
  }
}

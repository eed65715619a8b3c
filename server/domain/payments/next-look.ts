import type { PaymentStatus } from './payment.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Longer than the thirteen weeks in which most payments can be charged back. */
const WATCHED_DAYS = 100

/**
 * When to look next without having been told: webhooks get lost. A payment that is not over is looked at ever more
 * rarely, from two minutes to twelve hours apart; a paid one weekly, for a chargeback that went unheard; else never.
 * `syncs` is how many looks found it the same.
 */
export function nextLook({
  status,
  syncs,
  paidAt,
  now,
}: {
  status: PaymentStatus
  syncs: number
  paidAt: string | undefined
  now: Date
}): Date | undefined {
  const after = (ms: number) => new Date(now.getTime() + ms)
  switch (status) {
    case 'created':
    case 'failed':
    case 'expired':
      return undefined
    case 'canceled':
      // It may still be paid where a bank was slow.
      return syncs < 3 ? after(30 * MINUTE) : undefined
    case 'paid': {
      const age = now.getTime() - Date.parse(paidAt ?? now.toISOString())
      return age < WATCHED_DAYS * DAY ? after(7 * DAY) : undefined
    }
    case 'open':
    case 'pending':
    case 'authorized':
      return after(Math.min(2 * MINUTE * 2 ** Math.min(syncs, 20), DAY / 2))
  }
}

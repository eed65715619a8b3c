const MINUTE = 60
const HOUR = 60 * MINUTE

/** Seconds from an attempt to the next: 71 hours in all, three days with the longest jitter and the attempts themselves. */
export const gapsInSeconds = [
  5,
  30,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
] as const

/** What an endpoint may ask for by `retry-after` at most. */
export const LONGEST_PAUSE_SECONDS = HOUR

/** A tenth either way, so that what failed together does not come back together. `random` is 0 to 1. */
const jitter = (random: number) => 0.9 + 0.2 * random

/**
 * Seconds from the attempt of that number (the first is 1) to the next, never sooner than the endpoint asked; undefined
 * when there is none.
 */
export function secondsToNext(
  attempt: number,
  pauseSeconds: number | undefined,
  random: number,
): number | undefined {
  const gap = gapsInSeconds[attempt - 1]
  return gap === undefined ? undefined : Math.max(gap * jitter(random), pauseSeconds ?? 0)
}

/** Seconds that `retry-after` asks for (RFC 9110, section 10.2.3: a number or a date), bounded; undefined if it does not. */
export function pauseOf(retryAfter: string | undefined, now: Date): number | undefined {
  if (retryAfter === undefined) return undefined
  const seconds = /^\d{1,9}$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : (Date.parse(retryAfter) - now.getTime()) / 1000
  return seconds > 0 ? Math.min(Math.ceil(seconds), LONGEST_PAUSE_SECONDS) : undefined
}

/**
 * Money is integer cents. This bound (a hundred billion, in euros a billion) keeps every sum that an invoice can
 * hold a safe integer: 10,000 lines of it stay below 2^53.
 */
export const MAX_CENTS = 100_000_000_000

/** Rounds half away from zero, the commercial rule. The one rounding function of the house. `numerator / denominator`. */
export function roundedDivision(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = (2n * n + d) / (2n * d)
  return negative ? -quotient : quotient
}

/** `percentage` of an amount in cents, rounded: the VAT of a sum. */
export function percentageOf(cents: number, percentage: number): number {
  return Number(roundedDivision(BigInt(cents) * BigInt(percentage), 100n))
}

/** `"12.95"` to 1295; undefined for anything but digits with at most two decimals, or when out of bounds. */
export function parseCents(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return undefined
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  if (cents > MAX_CENTS) return undefined
  return match[1] && cents !== 0 ? -cents : cents
}

/** 1295 to `"12.95"`. */
export function formatCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

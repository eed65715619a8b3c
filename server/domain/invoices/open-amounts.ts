import type { InvoiceLine, LineSubtype } from './invoice.ts'

/** What is open, by what the money is for; null is the invoiced amount. */
export interface OpenAmount {
  subtype: LineSubtype | null
  cents: number
}

/**
 * What of the outstanding amount is for what. Payments that do not say what they are for, or were too much, count for the
 * invoiced amount first and for the rest in the order in which it came. The parts are positive and add up to what is
 * outstanding; none where nothing is.
 */
export function openAmounts(lines: readonly Pick<InvoiceLine, 'subtype' | 'amountCents'>[]): OpenAmount[] {
  const sums = new Map<LineSubtype | null, number>([[null, 0]])
  for (const { subtype, amountCents } of lines) sums.set(subtype, (sums.get(subtype) ?? 0) + amountCents)
  let surplus = [...sums.values()].reduce((sum, cents) => sum + Math.max(0, -cents), 0)
  const open: OpenAmount[] = []
  for (const [subtype, cents] of sums) {
    if (cents <= 0) continue
    const covered = Math.min(cents, surplus)
    surplus -= covered
    if (cents > covered) open.push({ subtype, cents: cents - covered })
  }
  return open
}

import type { LineSubtype } from './invoice.ts'
import type { OpenAmount } from './open-amounts.ts'

/** Of a payment: what goes to which subtype; null is the invoiced amount. Cents are positive. */
export type PaymentPart = OpenAmount

const isFee = (subtype: LineSubtype | null) => subtype !== null && subtype.endsWith('_fee')

/**
 * What a payment pays of what is open. Of an installment, its own fee first; then the other fees in the order in which they
 * came, the invoiced amount, and what else there is; the fees of installments to come wait until the last. What is too
 * much counts for the invoiced amount. The parts add up to the payment, one for each subtype.
 */
export function splitPayment(
  open: readonly OpenAmount[],
  cents: number,
  installmentFeeCents?: number,
): PaymentPart[] {
  const parts = new Map<LineSubtype | null, number>()
  let rest = cents
  const take = (subtype: LineSubtype | null, most: number) => {
    const taken = Math.min(rest, most)
    if (taken <= 0) return
    parts.set(subtype, (parts.get(subtype) ?? 0) + taken)
    rest -= taken
  }
  const openOf = (subtype: LineSubtype | null) => open.find((one) => one.subtype === subtype)?.cents ?? 0
  const own = installmentFeeCents === undefined ? undefined : 'installment_fee'
  if (own) take(own, Math.min(openOf(own), installmentFeeCents!))
  for (const one of open) if (isFee(one.subtype) && one.subtype !== own) take(one.subtype, one.cents)
  take(null, openOf(null))
  for (const one of open) if (!isFee(one.subtype) && one.subtype !== null) take(one.subtype, one.cents)
  if (own) take(own, openOf(own) - (parts.get(own) ?? 0))
  take(null, rest)
  return [...parts].map(([subtype, part]) => ({ subtype, cents: part }))
}

/**
 * What goes back of a payment: of what it paid, the invoiced amount first and the fees last. `paid` is what it paid, less
 * what went back already. What it never paid counts for the invoiced amount.
 */
export function splitReturn(paid: readonly PaymentPart[], cents: number): PaymentPart[] {
  const parts = new Map<LineSubtype | null, number>()
  let rest = cents
  for (const { subtype, cents: most } of [...paid].sort((a, b) => order(a.subtype) - order(b.subtype))) {
    const taken = Math.min(rest, most)
    if (taken <= 0) continue
    parts.set(subtype, (parts.get(subtype) ?? 0) + taken)
    rest -= taken
  }
  if (rest > 0) parts.set(null, (parts.get(null) ?? 0) + rest)
  return [...parts].map(([subtype, part]) => ({ subtype, cents: part }))
}

const order = (subtype: LineSubtype | null) => (subtype === null ? 0 : isFee(subtype) ? 2 : 1)

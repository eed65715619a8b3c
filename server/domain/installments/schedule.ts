import { addDays, type PlainDate } from '../../kernel/time.ts'
import type { FirstDue, OfferedInstallment, PlanOffer, PlanTerms } from './plan.ts'

/** Less than this is not asked for at a time: providers take no payment of it. */
const LEAST_CENTS = 100

/** An amount in so many parts that differ by nothing but the remainder, which the first bears. They add up to it. */
export function split(cents: number, parts: number): number[] {
  const each = Math.floor(cents / parts)
  return Array.from({ length: parts }, (_, i) => (i === 0 ? cents - each * (parts - 1) : each))
}

/** Where a schedule begins. A day that has passed is today. */
export function firstDay(
  rule: FirstDue,
  { today, intervalDays, dueOn }: { today: PlainDate; intervalDays: number; dueOn: PlainDate | null },
): PlainDate {
  if (rule === 'after_interval') return addDays(today, intervalDays)
  return rule === 'invoice_due' && dueOn !== null && dueOn > today ? dueOn : today
}

/** The parts of an amount, with their days and a fee on each. */
export function scheduleOf(
  cents: number,
  {
    count,
    intervalDays,
    feeCents,
    first,
  }: { count: number; intervalDays: number; feeCents: number; first: PlainDate },
): OfferedInstallment[] {
  return split(cents, count).map((part, i) => ({
    dueOn: addDays(first, i * intervalDays),
    amountCents: part + feeCents,
    feeCents,
  }))
}

/** Every plan that the terms allow for what is outstanding, on that day. */
export function offersFor(
  terms: PlanTerms,
  { outstandingCents, dueOn }: { outstandingCents: number; dueOn: PlainDate | null },
  today: PlainDate,
): PlanOffer[] {
  return terms.intervals.flatMap((intervalDays) =>
    terms.counts
      .filter((count) => outstandingCents >= count * LEAST_CENTS)
      .map((count) => {
        const first = firstDay(terms.firstDue, { today, intervalDays, dueOn })
        const installments = scheduleOf(outstandingCents + terms.surchargeCents, {
          count,
          intervalDays,
          feeCents: terms.feeCents,
          first,
        })
        const feesCents = terms.surchargeCents + count * terms.feeCents
        const totalCents = outstandingCents + feesCents
        return { count, intervalDays, feesCents, totalCents, mayCharge: terms.mayCharge, installments }
      }),
  )
}

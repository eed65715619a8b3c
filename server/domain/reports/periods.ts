import { invalid } from '../../kernel/errors.ts'
import { daysBetween, parseDate, shiftDay, type PlainDate } from '../../kernel/time.ts'
import type { Stretch } from './season.ts'

/** How long a report may look over, in days: three years. */
const LONGEST = 1096

export const periodLengths = ['month', 'week'] as const
export type PeriodLength = (typeof periodLengths)[number]

/** Throws `invalid` for days that are none, the wrong way round or more than three years apart. */
export function parseStretch(from: string, to: string): Stretch {
  for (const [field, text] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (parseDate(text) === undefined) throw invalid(field, 'must be a date that exists, as YYYY-mm-dd')
  if (to < from) throw invalid('to', 'must not be before from')
  if (daysBetween(from, to) >= LONGEST) throw invalid('to', 'must be within three years of from')
  return { from, to }
}

/** A stretch in calendar months, or in weeks that begin on the weekday of its first day; first and last may be shorter. */
export function periodsOf({ from, to }: Stretch, length: PeriodLength): Stretch[] {
  const periods: Stretch[] = []
  for (let begin = from; begin <= to;) {
    const next =
      length === 'week' ? shiftDay(begin, { days: 7 }) : shiftDay(`${begin.slice(0, 8)}01`, { months: 1 })
    const last = shiftDay(next, { days: -1 })
    periods.push({ from: begin, to: last < to ? last : to })
    begin = next
  }
  return periods
}

/**
 * What a stretch is compared with: as many days from the same date a year before. Whole years (seasons) are compared whole,
 * so that a leap day is not lost.
 */
export function yearBefore({ from, to }: Stretch): Stretch {
  const begin = shiftDay(from, { years: -1 })
  const wholeYears = shiftDay(to, { days: 1 }).slice(5) === from.slice(5)
  const end = wholeYears
    ? shiftDay(shiftDay(to, { days: 1 }), { years: -1 })
    : shiftDay(begin, { days: daysBetween(from, to) + 1 })
  return { from: begin, to: shiftDay(end, { days: -1 }) }
}

/**
 * Which of the periods a day falls in when it is that many days after their first; a day behind the last (of a leap year
 * before) belongs to the last.
 */
export function periodAt(periods: readonly Stretch[], dayNumber: number): number {
  const day: PlainDate = shiftDay(periods[0]!.from, { days: dayNumber })
  const found = periods.findIndex(({ to }) => day <= to)
  return found === -1 ? periods.length - 1 : found
}

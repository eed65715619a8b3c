import { languageTag, type Locale } from '../../kernel/context.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'

/** How amounts and times are written for one reader: in their language, on the company's clock. */
export interface Format {
  money(cents: number, currency: string): string
  day(date: PlainDate): string
  dayOf(instant: Instant): string
  /** `Thursday 5 March 2026 at 14:30 – 15:00 (Europe/Amsterdam)` */
  span(from: Instant, to: Instant): string
}

/** English without a country would be American: the month before the day, twelve hours. */

export function formatFor(locale: Locale, timeZone: string): Format {
  const language = languageTag(locale)
  const long = (zone: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone })
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone })
  return {
    money: (cents, currency) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100),
    day: (date) => long('UTC').format(new Date(`${date}T00:00:00Z`)),
    dayOf: (instant) => long(timeZone).format(new Date(instant)),
    span: (from, to) => `${times.formatRange(new Date(from), new Date(to))} (${timeZone})`,
  }
}

/** On one line, without what steers a header or the direction of what follows. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

/** Puts the values in their places, once: what stands in a value is not looked at again. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)

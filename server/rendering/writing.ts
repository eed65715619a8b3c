import { languageTag, type Locale } from '../kernel/context.ts'
import type { Instant, PlainDate } from '../kernel/time.ts'
import { words, type Words } from './words.ts'

/** Amounts and dates as a language writes them. English is Europe's: the day before the month. */
export interface Writing {
  say: Words
  money(cents: number): string
  day(date: PlainDate): string
  dayOf(instant: Instant): string
  momentOf(instant: Instant): string
  percent(rate: number): string
}

export function writingOf({
  locale,
  currency,
  timeZone,
}: {
  locale: Locale
  currency: string
  timeZone: string
}): Writing {
  const tag = languageTag(locale)
  const amounts = new Intl.NumberFormat(tag, { style: 'currency', currency })
  const percents = new Intl.NumberFormat(tag, { style: 'percent' })
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const here = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const moments = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const dateOf = (instant: Instant) => new Date(instant.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return {
    say: words[locale],
    money: (cents) => amounts.format(cents / 100),
    day: (date) => days.format(new Date(`${date}T12:00:00Z`)),
    dayOf: (instant) => here.format(dateOf(instant)),
    momentOf: (instant) => moments.format(dateOf(instant)),
    percent: (rate) => percents.format(rate / 100),
  }
}

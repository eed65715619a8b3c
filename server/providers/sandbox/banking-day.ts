import { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../../kernel/time.ts'

/** Where the test bank is. */
export const BANK_ZONE = 'Europe/Amsterdam'

/** Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
function easter(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.trunc(year / 100)
  const ofCentury = year % 100
  const skipped = Math.trunc((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.trunc(century / 4) - skipped + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.trunc(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const correction = Math.trunc((golden + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * correction + 114
  return Temporal.PlainDate.from({ year, month: Math.trunc(sum / 31), day: (sum % 31) + 1 })
}

/** T2, the system that euro banks settle in, is closed on these days and at weekends. */
function isBankingDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek > 5) return false
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.toString().slice(5))) return false
  const sunday = easter(day.year)
  return !day.equals(sunday.subtract({ days: 2 })) && !day.equals(sunday.add({ days: 1 }))
}

/** The first day after it on which banks pay out. */
export function nextBankingDay(day: PlainDate): PlainDate {
  let next = Temporal.PlainDate.from(day).add({ days: 1 })
  while (!isBankingDay(next)) next = next.add({ days: 1 })
  return next.toString()
}

/** When the bank pays out on a day. */
export const paidOutAt = (day: PlainDate): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: BANK_ZONE, plainTime: '09:00' })
    .toInstant()
    .toString()

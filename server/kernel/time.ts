import { Temporal } from 'temporal-polyfill'

/**
 * An instant as Postgres writes it, in UTC: `2026-11-21 04:20:51.123+00`, or inside its JSON
 * `2026-11-21T04:20:51.123+00:00`. It stays text: turning 30 of them into `Date` and back costs more than the query.
 */
export type Instant = string

/** `YYYY-MM-DD`, a day on the calendar of the company. */
export type PlainDate = string

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** `2026-11-21T04:20:51Z`: ISO 8601 in UTC, whole seconds. */
export const formatUtc = (instant: Instant): string => `${instant.slice(0, 10)}T${instant.slice(11, 19)}Z`

interface Offset {
  minutes: number
  /** `+02:00` */
  suffix: string
}

const two = (n: number) => (n < 10 ? `0${n}` : String(n))

function toOffset(minutes: number): Offset {
  const absolute = Math.abs(minutes)
  const suffix = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(absolute / 60))}:${two(absolute % 60)}`
  return { minutes, suffix }
}

const offsetAt = (utc: string, timeZone: string): number =>
  Temporal.Instant.from(utc).toZonedDateTimeISO(timeZone).offsetNanoseconds / 60e9

// Asking the zone costs 10 µs, so its offset is kept for every day (of UTC) that begins and ends with the same: the
// three years that a list may span are a thousand of them. Bounded, emptied when full.
const days = new Map<string, Map<string, Offset | undefined>>()

function offsetOn(day: string, timeZone: string): Offset | undefined {
  let known = days.get(timeZone)
  if (!known) days.set(timeZone, (known = new Map()))
  let offset = known.get(day)
  if (offset === undefined && !known.has(day)) {
    if (known.size > 20_000) known.clear()
    const begin = offsetAt(`${day}T00:00:00Z`, timeZone)
    const end = offsetAt(`${day}T23:59:59Z`, timeZone)
    offset = begin === end ? toOffset(begin) : undefined
    known.set(day, offset)
  }
  return offset
}

/** `2024-04-29T21:00:00+02:00`: ATOM, in the given zone. */
export function formatAtom(instant: Instant, timeZone: string): string {
  const day = instant.slice(0, 10)
  const { minutes, suffix } = offsetOn(day, timeZone) ?? toOffset(offsetAt(formatUtc(instant), timeZone))
  const hour = Number(instant.slice(11, 13)) + minutes / 60
  // Most zones are whole hours away, and most hours of a day stay in it.
  if (Number.isInteger(hour) && hour >= 0 && hour < 24)
    return `${day}T${two(hour)}${instant.slice(13, 19)}${suffix}`
  const local = new Date(Date.parse(formatUtc(instant)) + minutes * 60_000)
  return local.toISOString().slice(0, 19) + suffix
}

/** The calendar day of an instant in a zone. */
export const dayIn = (instant: Date, timeZone: string): PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()

/**
 * Years that both calendars and Postgres agree on, in every zone: an instant at the end of 9999 may be in 10000 elsewhere.
 */
const inReach = (text: string) => text >= '1900' && text < '9999'

/** The day so many days later. */
export const addDays = (day: PlainDate, count: number): PlainDate =>
  Temporal.PlainDate.from(day).add({ days: count }).toString()

/** The day so many days, months or years later; a day that a month lacks is its last one. */
export const shiftDay = (day: PlainDate, by: { days?: number; months?: number; years?: number }): PlainDate =>
  Temporal.PlainDate.from(day).add(by).toString()

/** How many days lie between; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Temporal.PlainDate.from(from).until(to).days

/** A date that exists, of the years 1900 to 9998, or undefined: `2024-04-31` is none. */
export function parseDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !inReach(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/**
 * A date-time of the company's clock on the wall, or one that names its own offset. `2024-05-11`,
 * `2024-05-11 12:59`, `2024-05-11 12:59:00`, `2024-05-11T12:59:00+02:00`. A time that a clock change skips is moved
 * on by the gap, one that happens twice is the first (RFC 5545, section 3.3.5). Undefined when it is none.
 */
export function parseDateTime(text: string, timeZone: string): Date | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (!match || !inReach(text)) return undefined
  const [, date, time = '00:00', offset] = match
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
    const instant = offset
      ? Temporal.Instant.from(`${local.toString()}${offset}`)
      : local.toZonedDateTime(timeZone).toInstant()
    return new Date(instant.epochMilliseconds)
  } catch {
    return undefined
  }
}

/** Whether a date-time without an offset, as `parseDateTime` takes it, is one that a clock change of the zone skips. */
export function isSkipped(text: string, timeZone: string): boolean {
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10))) return false
  const local = Temporal.PlainDateTime.from(text.replace(' ', 'T'))
  return !local.toZonedDateTime(timeZone).toPlainDateTime().equals(local)
}

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return /^[A-Z]/.test(name)
  } catch {
    return false
  }
}

/** An instant so many days, months or years later on the clock of a zone; a day that a month lacks is its last one. */
export const addPeriod = (
  from: Date,
  timeZone: string,
  period: { days?: number; months?: number; years?: number },
): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).add(period)
      .epochMilliseconds,
  )

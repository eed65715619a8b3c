import dayjs from 'dayjs'
import type { components } from '../../client/portal.generated.ts'

type Season = components['schemas']['Season']

export const periodNames = ['season', 'lastSeason', 'twelveMonths', 'month', 'custom'] as const
export type PeriodName = (typeof periodNames)[number]

/** What the address of a report says. */
export interface PeriodSearch {
  period?: PeriodName
  /** Of a custom one. */
  from?: string
  to?: string
  by?: 'month' | 'week'
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && dayjs(value).isValid()

/** Takes what an address can say. */
export function readPeriod(search: Record<string, unknown>): PeriodSearch {
  const { period, from, to, by } = search
  return {
    ...((periodNames as readonly unknown[]).includes(period) ? { period: period as PeriodName } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(by === 'month' || by === 'week' ? { by } : {}),
  }
}

export interface Range {
  from: string
  to: string
}

const day = (value: dayjs.Dayjs) => value.format('YYYY-MM-DD')

/** The days that are meant; of a custom period that is not told yet, those of this month. */
export function rangeOf({ period = 'season', from, to }: PeriodSearch, season: Season): Range {
  const today = dayjs(season.today)
  const month = { from: day(today.startOf('month')), to: day(today.endOf('month')) }
  switch (period) {
    case 'season':
      return { from: season.from, to: season.to }
    case 'lastSeason':
      return {
        from: day(dayjs(season.from).subtract(1, 'year')),
        to: day(dayjs(season.from).subtract(1, 'day')),
      }
    case 'twelveMonths':
      return { from: day(today.startOf('month').subtract(11, 'month')), to: month.to }
    case 'month':
      return month
    case 'custom':
      return { from: from ?? month.from, to: to ?? season.today }
  }
}

/** Months, or weeks where that makes too few bars. */
export const barsOf = ({ by }: PeriodSearch, { from, to }: Range): 'month' | 'week' =>
  by ?? (dayjs(to).diff(from, 'day') < 62 ? 'week' : 'month')

export const addDays = (from: string, days: number): string => day(dayjs(from).add(days, 'day'))

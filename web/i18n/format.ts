import { useTranslation } from 'react-i18next'
import { languageTag } from './i18n.ts'

/** Amounts and moments in the reader's language. What the server sends are cents or decimals, and ISO 8601. */
export function useFormat() {
  const { i18n } = useTranslation()
  const locale = languageTag(i18n.language)
  const inParts = (value: string) => (value.length === 10 ? new Date(`${value}T12:00:00Z`) : new Date(value))
  return {
    locale,
    money: (cents: number, currency = 'EUR') =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100),
    /** Of `/v1`: `"12.95"`. */
    amount: (decimal: string | number, currency = 'EUR') =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(decimal)),
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locale, options).format(value),
    /** `2026-11-21`, or the day of a moment. */
    day: (value: string) =>
      new Intl.DateTimeFormat(locale, {
        dateStyle: 'medium',
        ...(value.length === 10 ? { timeZone: 'UTC' } : {}),
      }).format(inParts(value)),
    moment: (value: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(inParts(value)),
    /** From one moment to another; a day that they share is said once. */
    span: (from: string, until: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).formatRange(
        inParts(from),
        inParts(until),
      ),
    time: (value: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(inParts(value)),
    /** E.g. `3 days ago`, the largest unit that fits. */
    ago: (value: string, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000
      const units = [
        ['year', 31_536_000],
        ['month', 2_592_000],
        ['week', 604_800],
        ['day', 86_400],
        ['hour', 3_600],
        ['minute', 60],
      ] as const
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
    },
    /** In units of 1024, as limits are set. */
    bytes: (bytes: number) => {
      const [unit, size] =
        bytes < 1024
          ? (['byte', 1] as const)
          : bytes < 1_048_576
            ? (['kilobyte', 1024] as const)
            : (['megabyte', 1_048_576] as const)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1,
      }).format(bytes / size)
    },
  }
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'

/** Figures in the reader's language, and the names of what they are about; what has no name is called as the ledger calls it. */
export function useWords(currency = 'EUR') {
  const { t, i18n } = useTranslation('money')
  const { amount, number, day, locale } = useFormat()
  const named = (key: string, name: string) =>
    i18n.exists(`money:${key}.${name}`) ? t(`${key}.${name}` as never) : name
  const date = (options: Intl.DateTimeFormatOptions) => (value: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${value}T12:00:00Z`))
  return {
    t,
    day,
    number,
    money: (value: string) => amount(value, currency),
    /** For the edge of a picture: `€ 1,2K`. */
    short: (value: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        notation: 'compact',
        maximumFractionDigits: 1,
        minimumFractionDigits: 0,
      }).format(value),
    percent: (value: number) => number(value, { style: 'percent', maximumFractionDigits: 1 }),
    month: date({ month: 'short', year: '2-digit' }),
    dayOfYear: date({ day: 'numeric', month: 'short' }),
    method: (name: string): string => named('method', name),
    provider: (name: string): string => named('provider', name),
    fee: (name: string): string => named('fee', name),
  }
}

import { useTranslation } from 'react-i18next'

/** ISO 3166-1 alpha-2: where the customers of these companies live; the server takes any. */
export const countryCodes =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM TR UA US CA AU NZ SR CW AW BQ SX'.split(
    ' ',
  )

/** A country's name in the reader's language; its code where there is none. */
export function useCountryName() {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' })
  return (code: string) => (/^[A-Z]{2}$/i.test(code) ? (names.of(code.toUpperCase()) ?? code) : code)
}

import 'dayjs/locale/de'
import 'dayjs/locale/fr'
import 'dayjs/locale/it'
import 'dayjs/locale/nl'
import '@mantine/dates/styles.css'
import { useTranslation } from 'react-i18next'

const formats: Record<string, string> = {
  nl: 'DD-MM-YYYY',
  en: 'DD/MM/YYYY',
  de: 'DD.MM.YYYY',
  fr: 'DD/MM/YYYY',
  it: 'DD/MM/YYYY',
}

/** How days are written, typed and named in the reader's language, for Mantine's fields of dates. */
export function useCalendar() {
  const { i18n } = useTranslation()
  const format = formats[i18n.language] ?? 'YYYY-MM-DD'
  return { locale: i18n.language, dayFormat: format, momentFormat: `${format} HH:mm` }
}

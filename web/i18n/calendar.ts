import '@mantine/dates/styles.css'
import dayjs from 'dayjs'
import de from 'dayjs/locale/de'
import fr from 'dayjs/locale/fr'
import it from 'dayjs/locale/it'
import nl from 'dayjs/locale/nl'
import { useTranslation } from 'react-i18next'

for (const locale of [de, fr, it, nl]) dayjs.locale(locale, undefined, true)

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

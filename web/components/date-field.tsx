import { DateInput, type DateInputProps } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import { useCalendar } from '../i18n/calendar.ts'

/** A day, typed or chosen: `2026-11-21`. */
export function DateField(props: DateInputProps) {
  const { t } = useTranslation()
  const { locale, dayFormat } = useCalendar()
  return (
    <DateInput
      locale={locale}
      valueFormat={dayFormat}
      dateParser={(text) => parse(text, dayFormat)}
      previousLabel={t('previous')}
      nextLabel={t('next')}
      clearButtonProps={{ 'aria-label': t('clear') }}
      {...props}
    />
  )
}

/** A typed day, by the order of its parts in the reader's language; also as ISO 8601 writes it. */
function parse(text: string, format: string): string | null {
  const parts = text.match(/\d+/g)
  if (parts?.length !== 3) return null
  const inOrder = parts[0].length === 4 ? ['YYYY', 'MM', 'DD'] : format.split(/\W/)
  const of = (part: string) => parts[inOrder.indexOf(part)]!
  const year = of('YYYY').length === 2 ? `20${of('YYYY')}` : of('YYYY')
  const day = `${year}-${of('MM').padStart(2, '0')}-${of('DD').padStart(2, '0')}`
  const instant = new Date(`${day}T12:00:00Z`)
  return instant.toString() !== 'Invalid Date' && instant.toISOString().startsWith(day) ? day : null
}

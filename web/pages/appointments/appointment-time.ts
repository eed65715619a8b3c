import { useTranslation } from 'react-i18next'
import { languageTag } from '../../i18n/i18n.ts'
import type { components } from '../../client/v1.generated.ts'

export type Appointment = components['schemas']['Appointment']

export const appointmentColors = { scheduled: 'balie', pending: 'yellow', canceled: 'gray' } as const

/** A moment on the company's clock, as the calendar writes it: `2026-11-21 14:00:00`. */
export const wallClock = (atom: string): string => `${atom.slice(0, 10)} ${atom.slice(11, 19)}`

/** When an appointment is, on the company's clock, whatever the reader's own is. */
export function useWhen() {
  const { i18n } = useTranslation()
  const atClock = (atom: string) => new Date(`${atom.slice(0, 19)}Z`)
  const format = new Intl.DateTimeFormat(languageTag(i18n.language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  return ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>): string =>
    format.formatRange(atClock(startsAt), atClock(endsAt))
}

import { Text } from '@mantine/core'
import { Schedule, type ScheduleEventData, type ScheduleViewLevel } from '@mantine/schedule'
import '@mantine/schedule/styles.css'
import './calendar.css'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ConfirmModal } from '../../components/confirm.tsx'
import { tell } from '../../components/form.tsx'
import { useCalendar } from '../../i18n/calendar.ts'
import type { Times } from './appointment-form.tsx'
import { appointmentColors, useWhen, wallClock, type Appointment } from './appointment-time.ts'
import { useRefreshAppointments } from './refresh.ts'
import type { CalendarView } from './routes.tsx'

interface CalendarProps {
  date: string
  view: CalendarView
  rows: Appointment[] | undefined
  onDate(date: string): void
  onView(view: CalendarView): void
  onOpen(id: string): void
  /** Undefined: nobody may keep a time here. */
  onSlot: ((times: Times) => void) | undefined
  timeZone: string
}

interface Move extends Times {
  id: string
  title: string
}

/** Month, week and day; an appointment is moved by dragging it or by its form. Times are those of the company's clock. */
export function Calendar({ date, view, rows, onDate, onView, onOpen, onSlot, timeZone }: CalendarProps) {
  const { t } = useTranslation(['appointments', 'common'])
  const { may } = useMe()
  const { locale } = useCalendar()
  const when = useWhen()
  const refresh = useRefreshAppointments()
  const [move, setMove] = useState<Move>()
  const change = v1.useMutation('patch', '/appointments/{appointmentId}')
  const writes = may('appointments:write')
  const events = (rows ?? [])
    .filter(({ status }) => status !== 'canceled')
    .map((one): ScheduleEventData => ({
      id: one.id,
      title: `${one.name} · ${one.attendeeName}${one.status === 'pending' ? ` (${t('is.pending')})` : ''}`,
      start: wallClock(one.startsAt),
      end: wallClock(one.endsAt),
      color: appointmentColors[one.status],
    }))
  const moved = ({
    eventId,
    newStart,
    newEnd,
    event,
  }: {
    eventId: string | number
    newStart: string
    newEnd: string
    event: ScheduleEventData
  }) => setMove({ id: String(eventId), title: event.title, startsAt: newStart, endsAt: newEnd })
  const labels = {
    day: t('day'),
    week: t('week'),
    month: t('month'),
    allDay: t('allDay'),
    weekday: t('weekday'),
    timeSlot: t('timeSlot'),
    today: t('today'),
    next: t('common:next'),
    previous: t('common:previous'),
    more: t('moreEvents'),
    selectMonth: t('selectMonth'),
    selectYear: t('selectYear'),
    switchToDayView: t('switchToDay'),
    switchToWeekView: t('switchToWeek'),
    switchToMonthView: t('switchToMonth'),
    viewSelectLabel: t('view'),
    noEvents: t('emptyTitle'),
    moreLabel: (count: number) => t('moreLabel', { count }),
  }
  const viewSelectProps = { views: ['day', 'week', 'month'] as ScheduleViewLevel[] }
  const hours = { startTime: '07:00:00', endTime: '21:00:00', intervalMinutes: 30, viewSelectProps }
  const now = { getCurrentTime: () => clockIn(timeZone) }
  // The heads of the days bear a name that leaves out what they show (WCAG 2.5.3): without it they are called what they show.
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const head of root.current?.querySelectorAll('button[class*="weekViewDayLabel"]') ?? [])
      head.removeAttribute('aria-label')
  })
  return (
    <div ref={root}>
      <Schedule
        date={date}
        onDateChange={onDate}
        view={view}
        onViewChange={(next) => next !== 'year' && onView(next)}
        events={events}
        locale={locale}
        labels={labels}
        onEventClick={({ id }) => onOpen(String(id))}
        {...(writes
          ? {
              withEventsDragAndDrop: true,
              withEventResize: true,
              onEventDrop: moved,
              onEventResize: moved,
            }
          : {})}
        {...(onSlot
          ? {
              onTimeSlotClick: ({ slotStart }: { slotStart: string }) =>
                onSlot({ startsAt: slotStart, endsAt: later(slotStart, 60) }),
              onDayClick: (day: string) => onSlot({ startsAt: `${day} 10:00:00`, endsAt: `${day} 11:00:00` }),
              withDragSlotSelect: true,
              onSlotDragEnd: (startsAt: string, endsAt: string) => onSlot({ startsAt, endsAt }),
            }
          : {})}
        dayViewProps={{ ...hours, ...now, withAllDaySlot: false }}
        weekViewProps={{ ...hours, ...now, withAllDaySlots: false }}
        monthViewProps={{ viewSelectProps }}
      />
      <Text size="sm" c="dimmed" mt="xs">
        {t('clock', { zone: timeZone })}
      </Text>
      <ConfirmModal
        opened={move !== undefined}
        onClose={() => setMove(undefined)}
        title={t('moveTitle')}
        action={t('move')}
        onConfirm={async () => {
          const { id, startsAt, endsAt } = move!
          await change.mutateAsync({ params: { path: { appointmentId: id } }, body: { startsAt, endsAt } })
          await refresh()
          tell(t('moved'))
        }}
      >
        {move && (
          <>
            <Text fw={600}>{move.title}</Text>
            <Text>
              {when({ startsAt: move.startsAt.replace(' ', 'T'), endsAt: move.endsAt.replace(' ', 'T') })}
            </Text>
            <Text mt="sm">{t('isTold')}</Text>
          </>
        )}
      </ConfirmModal>
    </div>
  )
}

const later = (moment: string, minutes: number) =>
  dayjs(moment).add(minutes, 'minute').format('YYYY-MM-DD HH:mm:ss')

/** What the company's clock shows now. */
const clockIn = (timeZone: string) => new Date().toLocaleString('sv', { timeZone })

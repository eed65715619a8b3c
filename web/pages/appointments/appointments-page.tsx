import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { Page } from '../../components/page.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Agenda } from './agenda.tsx'
import { AppointmentDrawer } from './appointment-drawer.tsx'
import { AppointmentForm, type Times } from './appointment-form.tsx'
import { Calendar } from './calendar.tsx'
import { appointmentsRoute } from './routes.tsx'

export function AppointmentsPage() {
  const { t } = useTranslation(['appointments', 'common'])
  const { may, company } = useMe()
  const { view = 'week', date = dayjs().format('YYYY-MM-DD'), appointment } = appointmentsRoute.useSearch()
  const navigate = useNavigate({ from: appointmentsRoute.fullPath })
  const [creating, setCreating] = useState<Times>()
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  // All that a month shows, with the ends of its weeks: the views of one month share it.
  const from = `${dayjs(date).startOf('month').subtract(7, 'day').format('YYYY-MM-DD')} 00:00`
  const list = v1.useQuery(
    'get',
    '/appointments',
    { params: { query: { start_at: from, days: 46 } } },
    { placeholderData: (before) => before, refetchInterval: 60_000 },
  )
  const writes = may('appointments:write')
  const show = (id: string | undefined) =>
    void navigate({ search: (old) => ({ ...old, appointment: id }), replace: true })
  const go = (next: string) => void navigate({ search: (old) => ({ ...old, date: next }), replace: true })
  const rows = list.data?.data
  const shared = { date, rows, onDate: go, onOpen: show }
  return (
    <Page
      title={t('title')}
      actions={
        writes && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setCreating({ startsAt: `${date} 10:00:00`, endsAt: `${date} 11:00:00` })}
          >
            {t('new')}
          </Button>
        )
      }
    >
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : narrow ? (
        <Agenda {...shared} />
      ) : (
        <Calendar
          {...shared}
          view={view}
          onView={(next) => void navigate({ search: (old) => ({ ...old, view: next }), replace: true })}
          onSlot={writes ? setCreating : undefined}
          timeZone={company.timeZone}
        />
      )}
      <AppointmentForm times={creating} onClose={() => setCreating(undefined)} />
      <AppointmentDrawer appointmentId={appointment} onClose={() => show(undefined)} />
    </Page>
  )
}

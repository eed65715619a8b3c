import { Anchor } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { StateBadge } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { OwnList } from './own-list.tsx'

const colorOf = { pending: 'orange', scheduled: 'teal', canceled: 'gray' }

export function AppointmentsPage() {
  const { t } = useTranslation('my')
  const format = useFormat()
  const list = portal.useInfiniteQuery('get', '/my/appointments', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.appointments')}
      list={list}
      empty={<EmptyState icon={<IconCalendar />} title={t('empty.appointments')} />}
      columns={[
        { key: 'name', label: t('appointment.about'), cell: ({ name }) => name },
        {
          key: 'when',
          label: t('appointment.when'),
          cell: ({ startsAt, endsAt }) => <time dateTime={startsAt}>{format.span(startsAt, endsAt)}</time>,
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => (
            <StateBadge color={colorOf[status]}>{t(`appointment.states.${status}`)}</StateBadge>
          ),
        },
        {
          key: 'where',
          label: t('appointment.where'),
          cell: ({ onlineMeetingLink, name }) =>
            onlineMeetingLink === null ? (
              '–'
            ) : (
              <Anchor
                href={onlineMeetingLink}
                rel="noopener noreferrer"
                aria-label={`${t('appointment.online')}: ${name}`}
              >
                {t('appointment.online')}
              </Anchor>
            ),
        },
        {
          key: 'calendar',
          label: t('appointment.calendar'),
          cell: ({ id, name }) => (
            <Anchor
              href={`/api/portal/my/appointments/${id}/calendar.ics`}
              download
              aria-label={`${t('appointment.add')}: ${name}`}
            >
              {t('appointment.add')}
            </Anchor>
          ),
        },
      ]}
    />
  )
}

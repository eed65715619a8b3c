import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { AnchorLink } from '../../../components/links.tsx'
import { StateBadge } from '../../../components/values.tsx'
import { appointmentColors, useWhen } from '../../appointments/appointment-time.ts'
import { TabList } from './tab-list.tsx'

/** Five years back and five ahead: ten is what one request may ask. */
const DAYS = 3660
const fiveYearsAgo = () =>
  `${new Date(Date.now() - (DAYS / 2) * 86_400_000).toISOString().slice(0, 10)} 00:00`

export function AppointmentsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const when = useWhen()
  const [from] = useState(fiveYearsAgo)
  const list = v1.useQuery('get', '/appointments', {
    params: { query: { customerId, start_at: from, days: DAYS } },
  })
  return (
    <TabList
      tab="appointments"
      rows={list.data?.data.toReversed()}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        {
          key: 'what',
          label: t('what'),
          cell: ({ id, name, startsAt }) => (
            <AnchorLink to="/desk/appointments" search={{ date: startsAt.slice(0, 10), appointment: id }}>
              {name}
            </AnchorLink>
          ),
        },
        { key: 'when', label: t('when'), cell: (row) => when(row) },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => (
            <StateBadge color={appointmentColors[status]}>{t(`is.${status}`)}</StateBadge>
          ),
        },
      ]}
    />
  )
}

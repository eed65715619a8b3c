import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Amount, Moment, StateBadge } from '../../components/values.tsx'

const states = { pending: 'blue', done: 'teal', failed: 'red' } as const
const words = { pending: 'hooks.pending', done: 'con.registered', failed: 'hooks.failed' } as const

/** The latest payments on their way to the bookkeeping. */
export function BookkeepingUpdates() {
  const { t } = useTranslation('settings')
  const { data, error, refetch } = portal.useQuery('get', '/settings/connections/bookkeeping/updates')
  return (
    <DataTable
      caption={t('con.updates')}
      rows={data?.data}
      rowKey={(row) => `${row.invoiceId} ${row.updatedAt} ${row.amount}`}
      error={error}
      onRetry={() => void refetch()}
      empty={<Text c="dimmed">{t('con.updatesEmpty')}</Text>}
      columns={[
        { key: 'invoice', label: t('con.invoice'), cell: ({ invoiceNumber }) => invoiceNumber },
        {
          key: 'state',
          label: t('hooks.state'),
          cell: ({ state }) => <StateBadge color={states[state]}>{t(words[state])}</StateBadge>,
        },
        { key: 'said', label: t('con.said'), cell: ({ lastError }) => lastError ?? '–' },
        { key: 'when', label: t('audit.when'), cell: ({ updatedAt }) => <Moment at={updatedAt} ago /> },
        {
          key: 'amount',
          label: t('con.amount'),
          numeric: true,
          cell: ({ amount }) => <Amount value={amount} />,
        },
      ]}
    />
  )
}

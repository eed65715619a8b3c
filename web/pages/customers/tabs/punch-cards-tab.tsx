import { useTranslation } from 'react-i18next'
import { portal } from '../../../client/client.ts'
import { byNextCursor, rowsOf } from '../../../client/pages.ts'
import { Day, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

const colors = { active: 'teal', expired: 'red', fully_used: 'gray' } as const

export function PunchCardsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const list = portal.useInfiniteQuery(
    'get',
    '/customers/{customerId}/punch-cards',
    { params: { path: { customerId } } },
    byNextCursor,
  )
  return (
    <TabList
      tab="punchCards"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        { key: 'name', label: t('what'), cell: ({ name }) => name },
        {
          key: 'left',
          label: t('left'),
          cell: ({ punchesLeft, punches, punchLabel }) =>
            t('leftOf', { left: punchesLeft, punches, label: punchLabel }),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => <StateBadge color={colors[status]}>{t(`is.${status}`)}</StateBadge>,
        },
        {
          key: 'expires',
          label: t('expires'),
          cell: ({ expiresAt }) => (expiresAt ? <Day at={expiresAt.slice(0, 10)} /> : t('never')),
        },
        { key: 'issued', label: t('issued'), cell: ({ issuedAt }) => <Day at={issuedAt.slice(0, 10)} /> },
      ]}
    />
  )
}

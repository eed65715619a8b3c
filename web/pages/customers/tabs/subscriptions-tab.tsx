import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { byNumber, rowsOf } from '../../../client/pages.ts'
import { Amount, Day, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

const colors = { planned: 'balie', in_progress: 'teal', terminated: 'yellow', ended: 'gray' } as const

export function SubscriptionsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const list = v1.useInfiniteQuery(
    'get',
    '/customer-subscriptions',
    { params: { query: { customerId, per_page: 25 } } },
    byNumber,
  )
  return (
    <TabList
      tab="subscriptions"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        { key: 'what', label: t('what'), cell: ({ description }) => description },
        { key: 'started', label: t('started'), cell: ({ startsAt }) => <Day at={startsAt} /> },
        { key: 'next', label: t('nextTerm'), cell: ({ renewsAt }) => <Day at={renewsAt} /> },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => <StateBadge color={colors[status]}>{t(`is.${status}`)}</StateBadge>,
        },
        {
          key: 'amount',
          label: t('amount'),
          numeric: true,
          cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
        },
      ]}
    />
  )
}

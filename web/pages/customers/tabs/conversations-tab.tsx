import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { byCursor, rowsOf } from '../../../client/pages.ts'
import { Moment, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

export function ConversationsTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const list = v1.useInfiniteQuery(
    'get',
    '/tickets',
    { params: { query: { customerId, per_page: 25 } } },
    byCursor,
  )
  return (
    <TabList
      tab="conversations"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        {
          key: 'subject',
          label: t('subject'),
          cell: ({ id, title }) => (
            <Anchor component={Link} to={`/desk/inbox/${id}`}>
              {title}
            </Anchor>
          ),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => (
            <StateBadge color={status === 'open' ? 'balie' : 'gray'}>{t(`is.${status}`)}</StateBadge>
          ),
        },
        { key: 'made', label: t('started'), cell: ({ createdAt }) => <Moment at={createdAt} ago /> },
      ]}
    />
  )
}

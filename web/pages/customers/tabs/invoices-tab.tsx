import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../../client/client.ts'
import { byNextCursor, rowsOf } from '../../../client/pages.ts'
import { Amount, Day, StateBadge } from '../../../components/values.tsx'
import { TabList } from './tab-list.tsx'

const colors = { draft: 'gray', open: 'balie', overdue: 'red', paid: 'teal', retracted: 'gray' } as const

export function InvoicesTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const list = portal.useInfiniteQuery(
    'get',
    '/invoices',
    { params: { query: { customerId, limit: 25 } } },
    byNextCursor,
  )
  return (
    <TabList
      tab="invoices"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        {
          key: 'number',
          label: t('number'),
          cell: ({ id, invoiceNumber }) => (
            <Anchor component={Link} to={`/desk/invoices/${id}`}>
              {invoiceNumber}
            </Anchor>
          ),
        },
        { key: 'issued', label: t('issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
        { key: 'due', label: t('due'), cell: ({ dueAt }) => (dueAt ? <Day at={dueAt} /> : '–') },
        {
          key: 'state',
          label: t('state'),
          cell: ({ state }) => <StateBadge color={colors[state]}>{t(`is.${state}`)}</StateBadge>,
        },
        {
          key: 'amount',
          label: t('amount'),
          numeric: true,
          cell: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
        },
        {
          key: 'outstanding',
          label: t('outstanding'),
          numeric: true,
          cell: ({ outstanding, currency }) => <Amount value={outstanding} currency={currency} />,
        },
      ]}
    />
  )
}

import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../../client/client.ts'
import { byCursor, rowsOf } from '../../../client/pages.ts'
import { Amount, Day, StateBadge } from '../../../components/values.tsx'
import { offerColors, offerState } from '../../offers/offer-state.ts'
import { TabList } from './tab-list.tsx'

export function OffersTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customers')
  const list = v1.useInfiniteQuery(
    'get',
    '/customer-offers',
    { params: { query: { customerId, per_page: 25 } } },
    byCursor,
  )
  return (
    <TabList
      tab="offers"
      list={list}
      rows={rowsOf(list.data)}
      rowKey={({ id }) => id}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={[
        {
          key: 'number',
          label: t('number'),
          cell: ({ id, offerNumber }) => (
            <Anchor component={Link} to={`/desk/offers/${id}`}>
              {offerNumber}
            </Anchor>
          ),
        },
        { key: 'issued', label: t('issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
        { key: 'until', label: t('until'), cell: ({ expiresAt }) => <Day at={expiresAt} /> },
        {
          key: 'state',
          label: t('state'),
          cell: (offer) => (
            <StateBadge color={offerColors[offerState(offer)]}>{t(`is.${offerState(offer)}`)}</StateBadge>
          ),
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

import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { OwnLink, OwnList } from './own-list.tsx'

const colorOf = { open: 'blue', accepted: 'teal', rejected: 'gray', expired: 'orange' }

export function OffersPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/offers', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.offers')}
      list={list}
      empty={<EmptyState icon={<IconFileText />} title={t('empty.offers')} />}
      columns={[
        {
          key: 'number',
          label: t('offer.number'),
          cell: ({ id, offerNumber }) => (
            <OwnLink to="/my/$company/offers/$id" id={id}>
              {offerNumber}
            </OwnLink>
          ),
        },
        { key: 'issued', label: t('offer.issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
        { key: 'until', label: t('offer.until'), cell: ({ expiresAt }) => <Day at={expiresAt} /> },
        {
          key: 'state',
          label: t('state'),
          cell: ({ state }) => <StateBadge color={colorOf[state]}>{t(`offer.states.${state}`)}</StateBadge>,
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

import { IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { OwnList } from './own-list.tsx'

const colorOf = { planned: 'blue', in_progress: 'teal', terminated: 'orange', ended: 'gray' }

export function SubscriptionsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/subscriptions', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.subscriptions')}
      list={list}
      empty={<EmptyState icon={<IconRefresh />} title={t('empty.subscriptions')} />}
      columns={[
        { key: 'what', label: t('subscription.what'), cell: ({ description }) => description },
        { key: 'since', label: t('subscription.since'), cell: ({ startsAt }) => <Day at={startsAt} /> },
        {
          key: 'renews',
          label: t('subscription.renews'),
          cell: ({ renewsAt }) => (renewsAt === null ? '–' : <Day at={renewsAt} />),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ status }) => (
            <StateBadge color={colorOf[status]}>{t(`subscription.states.${status}`)}</StateBadge>
          ),
        },
        {
          key: 'amount',
          label: t('amount'),
          numeric: true,
          cell: ({ amount, currency, every }) => (
            <>
              <Amount value={amount} currency={currency} /> {t(`subscription.every.${every}`)}
            </>
          ),
        },
      ]}
    />
  )
}

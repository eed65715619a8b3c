import { Badge } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day } from '../../components/values.tsx'
import { OwnLink, OwnList } from './own-list.tsx'

export function PaymentsPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/payments', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.payments')}
      list={list}
      empty={<EmptyState icon={<IconCash />} title={t('empty.payments')} />}
      columns={[
        { key: 'when', label: t('payment.when'), cell: ({ occurredAt }) => <Day at={occurredAt} /> },
        {
          key: 'what',
          label: t('payment.what'),
          cell: ({ kind }) => (
            <Badge variant="light" tt="none" color={kind === 'payment' ? 'teal' : 'orange'}>
              {t(`payment.kinds.${kind}`)}
            </Badge>
          ),
        },
        {
          key: 'invoice',
          label: t('invoice.number'),
          cell: ({ invoiceId, invoiceNumber }) => (
            <OwnLink to="/my/$company/invoices/$id" id={invoiceId}>
              {invoiceNumber}
            </OwnLink>
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

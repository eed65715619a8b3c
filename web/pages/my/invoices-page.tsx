import { IconFileInvoice } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor } from '../../client/pages.ts'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { OwnLink, OwnList } from './own-list.tsx'

const colorOf = { open: 'blue', overdue: 'red', in_installments: 'indigo', paid: 'teal', retracted: 'gray' }

export function InvoicesPage() {
  const { t } = useTranslation('my')
  const list = portal.useInfiniteQuery('get', '/my/invoices', { params: { query: {} } }, byNextCursor)
  return (
    <OwnList
      title={t('nav.invoices')}
      list={list}
      empty={
        <EmptyState icon={<IconFileInvoice />} title={t('empty.invoices')}>
          {t('empty.invoicesText')}
        </EmptyState>
      }
      columns={[
        {
          key: 'number',
          label: t('invoice.number'),
          cell: ({ id, invoiceNumber }) => (
            <OwnLink to="/my/$company/invoices/$id" id={id}>
              {invoiceNumber}
            </OwnLink>
          ),
        },
        { key: 'for', label: t('invoice.for'), cell: ({ recipient }) => recipient },
        { key: 'issued', label: t('invoice.issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
        {
          key: 'due',
          label: t('invoice.due'),
          cell: ({ dueAt }) => (dueAt === null ? '–' : <Day at={dueAt} />),
        },
        {
          key: 'state',
          label: t('state'),
          cell: ({ state }) => <StateBadge color={colorOf[state]}>{t(`invoice.states.${state}`)}</StateBadge>,
        },
        {
          key: 'left',
          label: t('invoice.outstanding'),
          numeric: true,
          cell: ({ outstanding, currency, state }) => (
            <Amount
              value={state === 'retracted' || Number(outstanding) < 0 ? '0.00' : outstanding}
              currency={currency}
            />
          ),
        },
      ]}
    />
  )
}

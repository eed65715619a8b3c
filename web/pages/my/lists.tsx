import { Anchor, Badge } from '@mantine/core'
import { IconCash, IconFileInvoice, IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'
import { useCompanyId } from './use-my.ts'

const colorOf = { open: 'blue', overdue: 'red', in_installments: 'indigo', paid: 'teal', retracted: 'gray' }
const colorOfOffer = { open: 'blue', accepted: 'teal', rejected: 'gray', expired: 'orange' }

export function InvoicesPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const list = portal.useInfiniteQuery('get', '/my/invoices', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.invoices')}>
      <DataTable
        caption={t('nav.invoices')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
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
              <Anchor
                renderRoot={(props) => (
                  <Link to="/my/$company/invoices/$id" params={{ company, id }} {...props} />
                )}
              >
                {invoiceNumber}
              </Anchor>
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
            cell: ({ state }) => (
              <StateBadge color={colorOf[state]}>{t(`invoice.states.${state}`)}</StateBadge>
            ),
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
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

export function PaymentsPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const list = portal.useInfiniteQuery('get', '/my/payments', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.payments')}>
      <DataTable
        caption={t('nav.payments')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
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
            cell: ({ invoiceId: id, invoiceNumber }) => (
              <Anchor
                renderRoot={(props) => (
                  <Link to="/my/$company/invoices/$id" params={{ company, id }} {...props} />
                )}
              >
                {invoiceNumber}
              </Anchor>
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
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

export function OffersPage() {
  const { t } = useTranslation('my')
  const company = useCompanyId()
  const list = portal.useInfiniteQuery('get', '/my/offers', { params: { query: {} } }, byNextCursor)
  return (
    <Page title={t('nav.offers')}>
      <DataTable
        caption={t('nav.offers')}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState icon={<IconFileText />} title={t('empty.offers')} />}
        columns={[
          {
            key: 'number',
            label: t('offer.number'),
            cell: ({ id, offerNumber }) => (
              <Anchor
                renderRoot={(props) => (
                  <Link to="/my/$company/offers/$id" params={{ company, id }} {...props} />
                )}
              >
                {offerNumber}
              </Anchor>
            ),
          },
          { key: 'issued', label: t('offer.issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
          { key: 'until', label: t('offer.until'), cell: ({ expiresAt }) => <Day at={expiresAt} /> },
          {
            key: 'state',
            label: t('state'),
            cell: ({ state }) => (
              <StateBadge color={colorOfOffer[state]}>{t(`offer.states.${state}`)}</StateBadge>
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
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </Page>
  )
}

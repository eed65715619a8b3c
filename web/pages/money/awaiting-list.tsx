import { Card, Group, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink } from '../../components/links.tsx'
import { Day } from '../../components/values.tsx'
import { InvoiceLink } from './invoices-link.tsx'
import type { PayoutState } from './payout-state.ts'
import { useWords } from './use-words.ts'

type Awaiting = components['schemas']['AwaitingPayment']

/** Payments that were paid and did not reach the bank account. */
export function AwaitingList({ state: { awaiting, currency } }: { state: PayoutState }) {
  const { t, money, number, method, provider } = useWords(currency)
  const list = portal.useInfiniteQuery(
    'get',
    '/money/awaiting-payout',
    { params: { query: { limit: 25 } } },
    byNextCursor,
  )
  const columns: Column<Awaiting>[] = [
    {
      key: 'for',
      label: t('failed.for'),
      cell: (row) =>
        row.invoiceId === null ? (
          row.description
        ) : (
          <InvoiceLink id={row.invoiceId}>{row.invoiceNumber || row.description}</InvoiceLink>
        ),
    },
    { key: 'paid', label: t('payouts.paidAt'), cell: ({ paidAt }) => <Day at={paidAt} /> },
    { key: 'payer', label: t('failed.payer'), cell: ({ payer }) => payer ?? '–' },
    {
      key: 'method',
      label: t('methods.method'),
      cell: (row) => (row.method ? method(row.method) : provider(row.provider)),
    },
    {
      key: 'payout',
      label: t('payouts.one'),
      cell: ({ payoutId, payoutStatus }) =>
        payoutId === null || payoutStatus === null ? (
          <Text size="sm" c="dimmed">
            {t('payouts.inNone')}
          </Text>
        ) : (
          <AnchorLink
            from="/desk/money/payouts"
            to="/desk/money/payouts"
            search={(now) => ({ ...now, payout: payoutId })}
          >
            {t(`payouts.state.${payoutStatus}`)}
          </AnchorLink>
        ),
    },
    {
      key: 'amount',
      label: t('methods.amount'),
      numeric: true,
      cell: (row) => <span className="amount">{money(row.amount)}</span>,
    },
  ]
  return (
    <section aria-label={t('payouts.awaiting')}>
      <Title order={2} size="h4" mb={4}>
        {t('payouts.awaiting')}
      </Title>
      {awaiting.payments > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('payouts.awaitingAbout', {
            count: awaiting.payments,
            number: number(awaiting.payments),
            amount: money(awaiting.amount),
          })}
        </Text>
      )}
      <DataTable
        caption={t('payouts.awaiting')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <Card withBorder padding="md">
            <Group gap="xs">
              <IconCircleCheck size={20} aria-hidden />
              <Text>{t('payouts.noneAwaiting')}</Text>
            </Group>
          </Card>
        }
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </section>
  )
}

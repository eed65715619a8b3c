import { Card, Text, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { Moment } from '../../components/values.tsx'
import { InvoiceLink } from './invoices-link.tsx'
import { useWords } from './use-words.ts'

type Failed = components['schemas']['FailedPayments']['data'][number]

/** Payments that failed lately and wait for somebody. */
export function FailedList() {
  const failed = portal.useQuery('get', '/money/failed-payments')
  const { t, money, method, provider } = useWords(failed.data?.currency)
  const columns: Column<Failed>[] = [
    {
      key: 'invoice',
      label: t('failed.for'),
      cell: (row) =>
        row.invoiceId === null ? (
          row.description
        ) : (
          <InvoiceLink id={row.invoiceId}>{row.invoiceNumber || row.description}</InvoiceLink>
        ),
    },
    { key: 'at', label: t('failed.at'), cell: (row) => <Moment at={row.at} /> },
    { key: 'payer', label: t('failed.payer'), cell: (row) => row.payer ?? '–' },
    {
      key: 'method',
      label: t('methods.method'),
      cell: (row) => (row.method ? method(row.method) : provider(row.provider)),
    },
    { key: 'failure', label: t('failed.why'), cell: (row) => row.failure ?? '–' },
    {
      key: 'amount',
      label: t('methods.amount'),
      numeric: true,
      cell: (row) => <span className="amount">{money(row.amount)}</span>,
    },
  ]
  return (
    <section aria-label={t('failed.title')} id="failed">
      <Title order={2} size="h4" mb={4}>
        {t('failed.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('failed.about')}
      </Text>
      <DataTable
        caption={t('failed.title')}
        columns={columns}
        rows={failed.data?.data}
        rowKey={({ id }) => id}
        error={failed.error}
        onRetry={() => void failed.refetch()}
        empty={
          <Card withBorder padding="md">
            <Text style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
              <IconCircleCheck size={20} aria-hidden />
              {t('failed.none')}
            </Text>
          </Card>
        }
      />
    </section>
  )
}

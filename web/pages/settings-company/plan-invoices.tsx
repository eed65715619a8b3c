import { Stack, Text } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Amount, Day, StateBadge } from '../../components/values.tsx'

type Invoice = components['schemas']['Invoice']

const PAGE = 12

/** What the operator billed, the latest first. */
export function PlanInvoices() {
  const { t } = useTranslation('settings-company')
  const [shown, setShown] = useState(PAGE)
  const { data, error, refetch, isFetching } = v1.useQuery(
    'get',
    '/invoices',
    { params: { query: { per_page: Math.min(shown, 100) } } },
    { placeholderData: keepPreviousData },
  )
  const columns: Column<Invoice>[] = [
    { key: 'number', label: t('plan.number'), cell: ({ invoiceNumber }) => invoiceNumber },
    { key: 'issued', label: t('plan.issued'), cell: ({ issuedAt }) => <Day at={issuedAt} /> },
    {
      key: 'total',
      label: t('plan.total'),
      numeric: true,
      cell: ({ totalAmount, currency }) => <Amount value={String(totalAmount)} currency={currency} />,
    },
    {
      key: 'state',
      label: t('plan.state'),
      cell: ({ isPaid }) => (
        <StateBadge color={isPaid ? 'teal' : 'yellow'}>{isPaid ? t('plan.paid') : t('plan.open')}</StateBadge>
      ),
    },
  ]
  return (
    <Stack gap={0}>
      <DataTable
        caption={t('plan.invoices')}
        columns={columns}
        rows={data?.data}
        rowKey={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        empty={<Text c="dimmed">{t('plan.noInvoices')}</Text>}
      />
      <MoreRows
        busy={isFetching}
        onMore={data?.next_page_url && shown < 100 ? () => setShown(shown + 2 * PAGE) : undefined}
      />
    </Stack>
  )
}

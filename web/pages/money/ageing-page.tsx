import { Button, Group, SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconDownload, IconReportMoney } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { portal, portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ButtonLink } from '../../components/links.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { buckets, dueDays } from './ageing-card.tsx'
import { InvoicesLink } from './invoices-link.tsx'
import { MoneyTabs } from './money-tabs.tsx'
import { useWords } from './use-words.ts'

type Row = components['schemas']['AgeingRow']

export function AgeingPage() {
  const search = useSearch({ from: '/desk/money/ageing' })
  const navigate = useNavigate()
  const { asOf, by = 'customer' } = search
  const season = portal.useQuery('get', '/money/season')
  const query = asOf === undefined ? {} : { asOf }
  const totals = portal.useQuery('get', '/money/outstanding', { params: { query } })
  const { t, money, number, day } = useWords(totals.data?.currency)
  const rows = useInfiniteQuery({
    queryKey: ['ageing', by, asOf],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam }
      const { data } = await portalFetch.GET('/money/ageing', {
        params: { query: { ...query, by, limit: 50, ...cursor } },
        signal,
      })
      return data!
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const name = useId()
  const change = (next: { asOf?: string; by?: 'customer' | 'import' }) =>
    void navigate({
      to: '/desk/money/ageing',
      search: { ...search, ...next },
      replace: true,
      resetScroll: false,
    })
  const today = totals.data !== undefined && totals.data.asOf === season.data?.today
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t(`ageing.${by}`),
      cell: (row) => {
        const filter = by === 'customer' ? { customerId: row.id } : { importId: row.id }
        return (
          <InvoicesLink wanted={{ state: 'open', ...filter }}>
            {row.name ?? t('ageing.untitled')}
          </InvoicesLink>
        )
      },
    },
    ...buckets.map((bucket): Column<Row> => ({
      key: bucket,
      label: t(`bucket.${bucket}`),
      numeric: true,
      cell: (row) => <span className="amount">{Number(row[bucket]) === 0 ? '–' : money(row[bucket])}</span>,
    })),
    {
      key: 'total',
      label: t('total'),
      numeric: true,
      cell: (row) => <strong className="amount">{money(row.total)}</strong>,
    },
    {
      key: 'overpaid',
      label: t('ageing.overpaid'),
      numeric: true,
      cell: (row) => <span className="amount">{Number(row.overpaid) === 0 ? '–' : money(row.overpaid)}</span>,
    },
  ]
  return (
    <Page
      title={t('ageing.page')}
      about={t('ageing.about')}
      actions={
        <ButtonLink
          to="/desk/money/export"
          search={{ what: 'ageing' }}
          variant="default"
          leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />}
        >
          {t('tab.export')}
        </ButtonLink>
      }
    >
      <MoneyTabs />
      <Group gap="md" align="flex-end" mb="md">
        <DateField
          label={t('ageing.asOf')}
          value={asOf ?? season.data?.today ?? null}
          {...(season.data ? { maxDate: season.data.today } : {})}
          onChange={(value) => {
            if (value !== null) change({ asOf: value })
          }}
        />
        {asOf !== undefined && !today && (
          <Button
            variant="subtle"
            onClick={() => void navigate({ to: '/desk/money/ageing', search: by === 'import' ? { by } : {} })}
          >
            {t('ageing.today')}
          </Button>
        )}
        <div>
          <VisuallyHidden id={name}>{t('ageing.by')}</VisuallyHidden>
          <SegmentedControl
            aria-labelledby={name}
            value={by}
            onChange={(value) => change({ by: value })}
            data={[
              { value: 'customer', label: t('ageing.perCustomer') },
              { value: 'import', label: t('ageing.perImport') },
            ]}
          />
        </div>
      </Group>
      {totals.data && (
        <Stack gap={4} mb="md" aria-live="polite">
          <Text>
            {t('ageing.summary', {
              count: totals.data.invoices,
              number: number(totals.data.invoices),
              amount: money(totals.data.total),
              day: day(totals.data.asOf),
            })}
          </Text>
          <Group component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
            {buckets.map((bucket) => (
              <Text key={bucket} component="li" size="sm">
                {today ? (
                  <InvoicesLink wanted={dueDays(bucket, totals.data.asOf)}>
                    {t(`bucket.${bucket}`)}
                  </InvoicesLink>
                ) : (
                  t(`bucket.${bucket}`)
                )}{' '}
                <span className="amount">{money(totals.data[bucket])}</span>
              </Text>
            ))}
          </Group>
        </Stack>
      )}
      <DataTable
        caption={t('ageing.page')}
        columns={columns}
        rows={rows.data?.pages.flatMap(({ data }) => data)}
        rowKey={({ id }) => id}
        error={rows.error ?? totals.error}
        onRetry={() => {
          void rows.refetch()
          void totals.refetch()
        }}
        empty={
          <EmptyState icon={<IconReportMoney size={28} stroke={1.5} />} title={t('ageing.nothing')}>
            {t('ageing.nothingText')}
          </EmptyState>
        }
      />
      <MoreRows
        onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
        busy={rows.isFetchingNextPage}
      />
    </Page>
  )
}

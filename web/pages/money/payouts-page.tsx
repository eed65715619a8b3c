import { Alert, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconBuildingBank, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { Page } from '../../components/page.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Moment } from '../../components/values.tsx'
import { KeyFigure } from './figures.tsx'
import { InvoiceLink } from './invoices-link.tsx'
import { MoneyTabs } from './money-tabs.tsx'
import { rangeOf } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { useWords } from './use-words.ts'

type ProviderDay = components['schemas']['ProviderTakings']['days'][number]
type Failed = components['schemas']['FailedPayments']['data'][number]

const names = ['month', 'season', 'lastSeason', 'custom'] as const
const inCents = (amount: string) => Math.round(Number(amount) * 100)

export function PayoutsPage() {
  const search = { period: 'month' as const, ...useSearch({ from: '/desk/money/payouts' }) }
  const season = portal.useQuery('get', '/money/season')
  const range = season.data && rangeOf(search, season.data)
  const takings = portal.useQuery(
    'get',
    '/money/providers',
    { params: { query: { from: range?.from ?? '', to: range?.to ?? '' } } },
    { enabled: range !== undefined, placeholderData: (known) => known },
  )
  const failed = portal.useQuery('get', '/money/failed-payments')
  const { t, money, number, day, method, provider } = useWords(takings.data?.currency)
  const total = (field: 'paid' | 'refunded' | 'chargedBack' | 'net') =>
    money(String((takings.data?.days ?? []).reduce((sum, row) => sum + inCents(row[field]), 0) / 100))
  const amount = (field: 'paid' | 'refunded' | 'chargedBack' | 'net'): Column<ProviderDay> => ({
    key: field,
    label: t(`payouts.${field}`),
    numeric: true,
    cell: (row) => <span className="amount">{money(row[field])}</span>,
  })
  const columns: Column<ProviderDay>[] = [
    { key: 'day', label: t('payouts.day'), cell: (row) => day(row.day) },
    { key: 'provider', label: t('payouts.provider'), cell: (row) => provider(row.provider) },
    { key: 'payments', label: t('payouts.payments'), numeric: true, cell: (row) => number(row.payments) },
    amount('paid'),
    amount('refunded'),
    amount('chargedBack'),
    amount('net'),
  ]
  const failedColumns: Column<Failed>[] = [
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
    <Page title={t('payouts.title')}>
      <MoneyTabs />
      <Stack gap="lg">
        <Alert icon={<IconInfoCircle aria-hidden />} variant="light" title={t('payouts.plainTitle')}>
          {t('payouts.plain')}
        </Alert>
        {range && (
          <PeriodPicker
            search={search}
            range={range}
            page="/desk/money/payouts"
            names={names}
            fallback="month"
          />
        )}
        {takings.data && (
          <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
            <KeyFigure label={t('payouts.net')} value={total('net')}>
              {t('payouts.netAbout')}
            </KeyFigure>
            <KeyFigure label={t('payouts.paid')} value={total('paid')} />
            <KeyFigure label={t('payouts.chargedBack')} value={total('chargedBack')} />
            <KeyFigure label={t('payouts.chargeable')} value={money(takings.data.chargeable.amount)}>
              {t('payouts.chargeableAbout', {
                count: takings.data.chargeable.payments,
                number: number(takings.data.chargeable.payments),
                day: day(takings.data.chargeable.since),
              })}
            </KeyFigure>
          </SimpleGrid>
        )}
        <section aria-label={t('payouts.perDay')}>
          <Title order={2} size="h4" mb="sm">
            {t('payouts.perDay')}
          </Title>
          <DataTable
            caption={t('payouts.perDay')}
            columns={columns}
            rows={takings.data?.days}
            rowKey={(row) => `${row.day} ${row.provider}`}
            error={takings.error ?? season.error}
            onRetry={() => void takings.refetch()}
            empty={
              <EmptyState icon={<IconBuildingBank size={28} stroke={1.5} />} title={t('payouts.nothing')}>
                {t(takings.data?.connected === null ? 'payouts.notConnected' : 'payouts.nothingText')}
              </EmptyState>
            }
          />
        </section>
        <section aria-label={t('failed.title')} id="failed">
          <Title order={2} size="h4" mb={4}>
            {t('failed.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('failed.about')}
          </Text>
          <DataTable
            caption={t('failed.title')}
            columns={failedColumns}
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
      </Stack>
    </Page>
  )
}

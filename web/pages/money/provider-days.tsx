import { SimpleGrid, Stack, Title } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { DataTable, type Column } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/states.tsx'
import { KeyFigure } from './figures.tsx'
import { rangeOf } from './period.ts'
import { PeriodPicker } from './period-picker.tsx'
import { useWords } from './use-words.ts'

type ProviderDay = components['schemas']['ProviderTakings']['days'][number]

const names = ['month', 'season', 'lastSeason', 'custom'] as const
const inCents = (amount: string) => Math.round(Number(amount) * 100)

/** What moved through providers, day by day. */
export function ProviderDays() {
  const search = { period: 'month' as const, ...useSearch({ from: '/desk/money/payouts' }) }
  const season = portal.useQuery('get', '/money/season')
  const range = season.data && rangeOf(search, season.data)
  const takings = portal.useQuery(
    'get',
    '/money/providers',
    { params: { query: { from: range?.from ?? '', to: range?.to ?? '' } } },
    { enabled: range !== undefined, placeholderData: (known) => known },
  )
  const { t, money, number, day, provider } = useWords(takings.data?.currency)
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
  return (
    <section aria-label={t('payouts.perDay')}>
      <Stack>
        <Title order={2} size="h4">
          {t('payouts.perDay')}
        </Title>
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
      </Stack>
    </section>
  )
}

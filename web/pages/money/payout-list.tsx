import { Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconBuildingBank, IconCheck } from '@tabler/icons-react'
import { portal } from '../../client/client.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { AnchorLink, ButtonLink } from '../../components/links.tsx'
import { EmptyState } from '../../components/states.tsx'
import { Day, StateBadge } from '../../components/values.tsx'
import { payoutColors, type Payout, type PayoutState } from './payout-state.ts'
import { useWords } from './use-words.ts'

/** What the provider paid to the bank account, and will. */
export function PayoutList({ state }: { state: PayoutState }) {
  const { t, number, provider, money } = useWords(state.currency)
  const list = portal.useInfiniteQuery(
    'get',
    '/money/payouts',
    { params: { query: { limit: 25 } } },
    byNextCursor,
  )
  const columns: Column<Payout>[] = [
    {
      key: 'reference',
      label: t('payouts.reference'),
      cell: (row) => (
        <AnchorLink
          from="/desk/money/payouts"
          to="/desk/money/payouts"
          search={(now) => ({ ...now, payout: row.id })}
        >
          {row.reference ?? row.providerId}
        </AnchorLink>
      ),
    },
    {
      key: 'status',
      label: t('payouts.status'),
      cell: ({ status }) => (
        <StateBadge color={payoutColors[status]}>{t(`payouts.state.${status}`)}</StateBadge>
      ),
    },
    {
      key: 'settled',
      label: t('payouts.settledAt'),
      cell: ({ settledAt }) => (settledAt === null ? '–' : <Day at={settledAt} />),
    },
    { key: 'provider', label: t('payouts.provider'), cell: (row) => provider(row.provider) },
    {
      key: 'payments',
      label: t('payouts.payments'),
      numeric: true,
      cell: ({ sums }) => number(sums.find(({ kind }) => kind === 'payment')?.count ?? 0),
    },
    {
      key: 'check',
      label: t('payouts.check'),
      cell: (row) =>
        Number(row.difference) === 0 ? (
          <Group gap={4} wrap="nowrap">
            <IconCheck size={16} aria-hidden />
            <Text size="sm">{t('payouts.addsUp')}</Text>
          </Group>
        ) : (
          <Group gap={4} wrap="nowrap">
            <IconAlertTriangle size={16} color="var(--mantine-color-orange-text)" aria-hidden />
            <Text size="sm">{t('payouts.off', { amount: money(row.difference) })}</Text>
          </Group>
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
    <>
      <DataTable
        caption={t('payouts.title')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={({ id }) => id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<NoPayouts state={state} />}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </>
  )
}

function NoPayouts({ state: { provider, failure } }: { state: PayoutState }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={<IconBuildingBank size={28} stroke={1.5} />}
      title={t('payouts.none')}
      action={
        provider === null && (
          <ButtonLink to="/desk/settings/connections" variant="default">
            {t('payouts.toConnections')}
          </ButtonLink>
        )
      }
    >
      {t(
        provider === null
          ? 'payouts.notConnected'
          : failure === 'unauthorized'
            ? 'payouts.noneUntold'
            : 'payouts.noneText',
      )}
    </EmptyState>
  )
}

import { Alert, Drawer, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { byNextCursor, rowsOf } from '../../client/pages.ts'
import { DataTable, MoreRows, type Column } from '../../components/data-table.tsx'
import { Fact } from '../../components/fact.tsx'
import { ErrorState } from '../../components/states.tsx'
import { Moment, StateBadge } from '../../components/values.tsx'
import { Figures } from './figures.tsx'
import { InvoiceLink } from './invoices-link.tsx'
import classes from './money.module.css'
import { payoutColors } from './payout-state.ts'
import { useWords } from './use-words.ts'

type Entry = components['schemas']['PayoutEntry']

/** One payout: what it comes to, whether that adds up, and everything that is in it. */
export function PayoutDrawer({ id, onClose }: { id: string | undefined; onClose(): void }) {
  const { t } = useTranslation(['money', 'common'])
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      title={t('payouts.one')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {id !== undefined && <PayoutFacts id={id} />}
    </Drawer>
  )
}

function PayoutFacts({ id }: { id: string }) {
  const path = { path: { payoutId: id } }
  const {
    data: payout,
    error,
    refetch,
  } = portal.useQuery('get', '/money/payouts/{payoutId}', { params: path })
  const { t, money, number, provider } = useWords(payout?.currency)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!payout) return <Skeleton height={200} />
  const { sums, difference, strangers, status } = payout
  const explained = Number(payout.amount) - Number(difference)
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div className={classes['figure']}>{money(payout.amount)}</div>
        <StateBadge color={payoutColors[status]}>{t(`payouts.state.${status}`)}</StateBadge>
      </Group>
      <Group component="dl" gap="lg" m={0} align="flex-start">
        <Fact label={t('payouts.reference')}>{payout.reference ?? '–'}</Fact>
        <Fact label={provider(payout.provider)}>{payout.providerId}</Fact>
        <Fact label={t('payouts.begunAt')}>
          <Moment at={payout.createdAt} />
        </Fact>
        <Fact label={t('payouts.settledAt')}>
          {payout.settledAt === null ? '–' : <Moment at={payout.settledAt} />}
        </Fact>
      </Group>
      {Number(difference) !== 0 && (
        <Alert
          color="orange"
          variant="light"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('payouts.offTitle', { amount: money(difference) })}
        >
          <Text size="sm" c="var(--mantine-color-text)">
            {t('payouts.offText', { explained: money(String(explained)), amount: money(payout.amount) })}
          </Text>
        </Alert>
      )}
      <section aria-label={t('payouts.sums')}>
        <Title order={3} size="h5" mb={4}>
          {t('payouts.sums')}
        </Title>
        <Figures
          caption={t('payouts.sums')}
          table={{
            head: [t('payouts.kindOf'), t('returns.count'), t('methods.amount')],
            rows: sums.map(({ kind, count, amount }) => [
              t(`payouts.kind.${kind}`),
              number(count),
              <span key={kind} className="amount">
                {money(amount)}
              </span>,
            ]),
            foot: [
              t('total'),
              number(sums.reduce((all, { count }) => all + count, 0)),
              <span key="total" className="amount">
                {money(String(explained))}
              </span>,
            ],
          }}
        />
      </section>
      {strangers > 0 && (
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <IconInfoCircle size={18} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Text size="sm">{t('payouts.strangers', { count: strangers, number: number(strangers) })}</Text>
        </Group>
      )}
      <Entries id={id} currency={payout.currency} />
    </Stack>
  )
}

function Entries({ id, currency }: { id: string; currency: string }) {
  const { t, money, method } = useWords(currency)
  const list = portal.useInfiniteQuery(
    'get',
    '/money/payouts/{payoutId}/entries',
    { params: { path: { payoutId: id }, query: { limit: 50 } } },
    byNextCursor,
  )
  const nameOf = (row: Entry) => {
    if (row.invoiceId !== null)
      return <InvoiceLink id={row.invoiceId}>{row.invoiceNumber || row.description}</InvoiceLink>
    return row.description ?? row.providerPaymentId ?? row.providerId
  }
  const columns: Column<Entry>[] = [
    { key: 'for', label: t('failed.for'), cell: nameOf },
    { key: 'kind', label: t('payouts.kindOf'), cell: ({ kind }) => t(`payouts.oneKind.${kind}`) },
    {
      key: 'payer',
      label: t('failed.payer'),
      cell: (row) =>
        row.kind === 'cost' ? (
          '–'
        ) : row.paymentId === null ? (
          <Text size="sm" c="dimmed">
            {t('payouts.notOurs')}
          </Text>
        ) : (
          (row.payer ?? (row.method ? method(row.method) : '–'))
        ),
    },
    { key: 'at', label: t('failed.at'), cell: ({ at }) => <Moment at={at} /> },
    {
      key: 'amount',
      label: t('methods.amount'),
      numeric: true,
      cell: (row) => <span className="amount">{money(row.amount)}</span>,
    },
  ]
  return (
    <section aria-label={t('payouts.entries')}>
      <Title order={3} size="h5" mb={4}>
        {t('payouts.entries')}
      </Title>
      <DataTable
        caption={t('payouts.entries')}
        columns={columns}
        rows={rowsOf(list.data)}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<Text c="dimmed">{t('payouts.noEntries')}</Text>}
      />
      <MoreRows
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        busy={list.isFetchingNextPage}
      />
    </section>
  )
}

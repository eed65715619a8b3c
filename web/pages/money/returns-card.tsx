import { Card, Skeleton, Text, Title } from '@mantine/core'
import type { components } from '../../client/portal.generated.ts'
import { Figures } from './figures.tsx'
import { useWords } from './use-words.ts'

type Collected = components['schemas']['Collected']

/** What payers took back and what was paid back, beside a year before. */
export function ReturnsCard({ data }: { data: Collected | undefined }) {
  const { t, money, number, percent } = useWords(data?.currency)
  const rate = (value: number | null) => (value === null ? '–' : percent(value))
  return (
    <Card withBorder padding="md" component="section" aria-label={t('returns.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('returns.title')}
      </Title>
      {data ? (
        <Figures
          caption={t('returns.title')}
          table={{
            head: [
              t('returns.what'),
              t('returns.count'),
              t('returns.amount'),
              t('returns.rate'),
              t('returns.before'),
            ],
            rows: (['chargebacks', 'refunds'] as const).map((kind) => [
              t(`returns.${kind}`),
              number(data[kind].count),
              money(data[kind].amount),
              rate(data[kind].rate),
              rate(data.previous[kind].rate),
            ]),
          }}
        />
      ) : (
        <Skeleton height={120} />
      )}
      {data && Number(data.chargebacks.reversed) > 0 && (
        <Text size="sm" mt="xs">
          {t('returns.reversed', { amount: money(data.chargebacks.reversed) })}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t('returns.about')}
      </Text>
    </Card>
  )
}

/** What was asked on top of the invoices, and what came of it. */
export function FeesCard({ data }: { data: Collected | undefined }) {
  const { t, money, number, fee } = useWords(data?.currency)
  return (
    <Card withBorder padding="md" component="section" aria-label={t('fees.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('fees.title')}
      </Title>
      {!data ? (
        <Skeleton height={120} />
      ) : data.fees.length === 0 ? (
        <Text c="dimmed">{t('fees.none')}</Text>
      ) : (
        <Figures
          caption={t('fees.title')}
          table={{
            head: [
              t('fees.fee'),
              t('fees.count'),
              t('fees.charged'),
              t('fees.credited'),
              t('fees.collected'),
            ],
            rows: data.fees.map((row) => [
              fee(row.subtype),
              number(row.charges),
              money(row.charged),
              money(row.credited),
              money(row.collected),
            ]),
          }}
        />
      )}
    </Card>
  )
}

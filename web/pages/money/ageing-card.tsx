import { Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { components } from '../../client/portal.generated.ts'
import { AnchorLink } from '../../components/links.tsx'
import { type InvoicesWanted, InvoicesLink } from './invoices-link.tsx'
import { addDays } from './period.ts'
import classes from './money.module.css'
import { useWords } from './use-words.ts'

type Outstanding = components['schemas']['Outstanding']

export const buckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const
export type Bucket = (typeof buckets)[number]

/** The due days of what is in a bucket on a day: the list of invoices looks at those. */
export function dueDays(bucket: Bucket, today: string): InvoicesWanted {
  const back = (days: number) => addDays(today, -days)
  switch (bucket) {
    case 'notDue':
      return { state: 'open', dueFrom: today }
    case 'days1to30':
      return { state: 'open', dueFrom: back(30), dueTo: back(1) }
    case 'days31to60':
      return { state: 'open', dueFrom: back(60), dueTo: back(31) }
    case 'days61to90':
      return { state: 'open', dueFrom: back(90), dueTo: back(61) }
    case 'over90':
      return { state: 'open', dueTo: back(91) }
  }
}

/** What is outstanding by age, as bars that are their own table: each leads to its invoices. */
export function AgeingCard({ data }: { data: Outstanding | undefined }) {
  const { t, money, percent } = useWords(data?.currency)
  const most = data && Math.max(...buckets.map((bucket) => Number(data[bucket])), 1)
  return (
    <Card withBorder padding="md" component="section" aria-label={t('ageing.title')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('ageing.title')}
        </Title>
        <AnchorLink to="/desk/money/ageing" size="sm">
          {t('ageing.report')}
        </AnchorLink>
      </Group>
      {!data || !most ? (
        <Skeleton height={200} />
      ) : (
        <Stack
          component="ul"
          gap="md"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          className={classes['charts']}
        >
          {buckets.map((bucket) => (
            <li key={bucket}>
              <Group justify="space-between" gap="xs" mb={4}>
                <InvoicesLink wanted={dueDays(bucket, data.asOf)}>{t(`bucket.${bucket}`)}</InvoicesLink>
                <Text component="span" className="amount">
                  {money(data[bucket])}
                  <Text component="span" c="dimmed" size="sm" ml={8}>
                    {percent(Number(data.total) === 0 ? 0 : Number(data[bucket]) / Number(data.total))}
                  </Text>
                </Text>
              </Group>
              <div className={classes['track']} aria-hidden>
                {Number(data[bucket]) > 0 && (
                  <div
                    className={classes['bar']}
                    style={{ width: `${(100 * Number(data[bucket])) / most}%` }}
                  />
                )}
              </div>
            </li>
          ))}
        </Stack>
      )}
      {data && Number(data.overpaid) > 0 && (
        <Text size="sm" c="dimmed" mt="md">
          {t('overpaid', { amount: money(data.overpaid) })}
        </Text>
      )}
    </Card>
  )
}

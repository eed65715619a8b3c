import { SimpleGrid, Skeleton } from '@mantine/core'
import type { components } from '../../client/portal.generated.ts'
import { KeyFigure } from './figures.tsx'
import { InvoicesLink } from './invoices-link.tsx'
import { useWords } from './use-words.ts'

type Outstanding = components['schemas']['Outstanding']
type Collected = components['schemas']['Collected']

const sum = (...amounts: string[]) =>
  String(amounts.reduce((cents, amount) => cents + Math.round(Number(amount) * 100), 0) / 100)

/** The four numbers that a treasurer looks at first. */
export function KeyFigures(props: {
  outstanding: Outstanding | undefined
  collected: Collected | undefined
}) {
  const { outstanding, collected } = props
  const { t, money, number, percent, day } = useWords(outstanding?.currency)
  if (!outstanding || !collected)
    return (
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} height={104} />
        ))}
      </SimpleGrid>
    )
  const { days1to30, days31to60, days61to90, over90 } = outstanding
  const overdue = sum(days1to30, days31to60, days61to90, over90)
  const { toDate } = collected.previous
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
      <KeyFigure
        label={t('figure.outstanding')}
        value={
          <InvoicesLink wanted={{ state: 'open' }} inherit>
            {money(outstanding.total)}
          </InvoicesLink>
        }
      >
        {t('figure.invoices', { count: outstanding.invoices, number: number(outstanding.invoices) })}
      </KeyFigure>
      <KeyFigure
        label={t('figure.overdue')}
        value={
          <InvoicesLink wanted={{ state: 'overdue' }} inherit>
            {money(overdue)}
          </InvoicesLink>
        }
      >
        {t('figure.share', {
          share: percent(Number(outstanding.total) === 0 ? 0 : Number(overdue) / Number(outstanding.total)),
        })}
      </KeyFigure>
      <KeyFigure label={t('figure.collected')} value={money(collected.collected)}>
        {t('figure.before', { amount: money(toDate.collected), day: day(toDate.to) })}
      </KeyFigure>
      <KeyFigure label={t('figure.chargebacks')} value={money(collected.chargebacks.amount)}>
        {t('figure.chargebackCount', {
          count: collected.chargebacks.count,
          number: number(collected.chargebacks.count),
        })}
      </KeyFigure>
    </SimpleGrid>
  )
}

import { BarChart } from '@mantine/charts'
import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { components } from '../../client/portal.generated.ts'
import { useFormat } from '../../i18n/format.ts'
import { Legend, Picture } from './figures.tsx'
import { useWords } from './use-words.ts'

type Collected = components['schemas']['Collected']

/** The days of a stretch, short: `1 Jan – 31 Dec 2026`. */
function useRange() {
  const { locale } = useFormat()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return ({ from, to }: { from: string; to: string }) =>
    format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`))
}

/** What was collected, period by period, beside a year before. */
export function CollectedPicture(props: {
  data: Collected | undefined
  by: 'month' | 'week'
  onBy(by: 'month' | 'week'): void
}) {
  const { data, by, onBy } = props
  const { t, money, short, month, dayOfYear } = useWords(data?.currency)
  const range = useRange()
  const name = useId()
  const label = by === 'month' ? month : dayOfYear
  const series = data && [
    { name: 'collected', label: range(data), color: 'var(--this)' },
    { name: 'previous', label: range(data.previous), color: 'var(--last)' },
  ]
  return (
    <Picture
      title={t('collected.title')}
      summary={
        data
          ? t('collected.summary', {
              days: range(data),
              amount: money(data.collected),
              before: range(data.previous),
              previous: money(data.previous.collected),
            })
          : ''
      }
      actions={
        <>
          <VisuallyHidden id={name}>{t('collected.by')}</VisuallyHidden>
          <SegmentedControl
            size="xs"
            aria-labelledby={name}
            value={by}
            onChange={(value) => onBy(value)}
            data={[
              { value: 'month', label: t('collected.month') },
              { value: 'week', label: t('collected.week') },
            ]}
          />
        </>
      }
      legend={series && <Legend series={series} />}
      chart={
        data &&
        series && (
          <BarChart
            h={280}
            data={data.periods.map(({ from, collected, previous }) => ({
              period: label(from),
              collected: Number(collected),
              previous: Number(previous),
            }))}
            dataKey="period"
            series={series}
            valueFormatter={(value) => money(String(value))}
            tickLine="y"
            yAxisProps={{ width: 64, tickFormatter: short }}
            barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
            barChartProps={{ accessibilityLayer: false, barGap: 1 }}
          />
        )
      }
      table={
        data && {
          head: [t('collected.from'), range(data), range(data.previous)],
          rows: data.periods.map(({ from, collected, previous }) => [
            label(from),
            money(collected),
            money(previous),
          ]),
          foot: [t('total'), money(data.collected), money(data.previous.collected)],
        }
      }
    />
  )
}

/** What came in by which method, the most first. */
export function MethodsPicture({ data }: { data: Collected | undefined }) {
  const { t, money, short, method, number } = useWords(data?.currency)
  const rows = data?.methods.filter(({ payments }) => payments.count > 0)
  return (
    <Picture
      title={t('methods.title')}
      summary={
        rows?.length
          ? rows.map((row) => `${method(row.method)}: ${money(row.payments.amount)}`).join('; ')
          : t('methods.none')
      }
      chart={
        rows &&
        (rows.length === 0 ? (
          t('methods.none')
        ) : (
          <BarChart
            h={60 + rows.length * 44}
            data={rows.map((row) => ({ method: method(row.method), paid: Number(row.payments.amount) }))}
            dataKey="method"
            orientation="vertical"
            series={[{ name: 'paid', label: t('methods.amount'), color: 'var(--this)' }]}
            valueFormatter={(value) => money(String(value))}
            yAxisProps={{ width: 110 }}
            xAxisProps={{ tickFormatter: short }}
            gridAxis="y"
            maxBarWidth={28}
            barProps={{ isAnimationActive: false, radius: [0, 3, 3, 0] }}
            barChartProps={{ accessibilityLayer: false }}
          />
        ))
      }
      table={
        rows && {
          head: [t('methods.method'), t('methods.count'), t('methods.amount'), t('methods.returned')],
          rows: rows.map((row) => [
            method(row.method),
            number(row.payments.count),
            money(row.payments.amount),
            money(String(Number(row.chargebacks.amount) + Number(row.refunds.amount))),
          ]),
        }
      }
    />
  )
}

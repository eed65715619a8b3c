import { Group, NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { periodNames, type PeriodName, type PeriodSearch, type Range } from './period.ts'

/** Which days a report is about; kept in the address. */
export function PeriodPicker(props: {
  search: PeriodSearch
  range: Range
  page: '/desk/money' | '/desk/money/payouts'
  names?: readonly PeriodName[]
  fallback?: PeriodName
}) {
  const { search, range, page, names = periodNames, fallback = 'season' } = props
  const { t } = useTranslation('money')
  const navigate = useNavigate()
  const change = (next: PeriodSearch) =>
    void navigate({ to: page, search: { ...search, ...next }, replace: true, resetScroll: false })
  const period = search.period ?? fallback
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t('period.label')}
        value={period}
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value as PeriodName
          change({ period: chosen, ...(chosen === 'custom' ? range : {}) })
        }}
        data={names.map((name) => ({ value: name, label: t(`period.${name}`) }))}
      />
      {period === 'custom' &&
        (['from', 'to'] as const).map((end) => (
          <DateField
            key={end}
            label={t(`period.${end}`)}
            value={range[end]}
            {...(end === 'from' ? { maxDate: range.to } : { minDate: range.from })}
            onChange={(value) => {
              if (value !== null) change({ [end]: value })
            }}
          />
        ))}
    </Group>
  )
}

import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../../components/amount-input.tsx'

export const intervals = ['14 days', '1 month', '2 months', '6 months', '1 year'] as const
export type Interval = (typeof intervals)[number]

export type VatRate = 0 | 9 | 21

export const termsRules = (wrong: string) => ({
  amount: (amount: string) => (Number(amount) > 0 ? null : wrong),
})

/** What it costs, how often. */
export function TermsFields({
  inputProps,
}: {
  inputProps: (field: 'interval' | 'amount' | 'vatRate') => object
}) {
  const { t } = useTranslation('subscriptions')
  return (
    <>
      <Select
        label={t('interval')}
        allowDeselect={false}
        data={intervals.map((value) => ({ value, label: t(`every.${value}`) }))}
        {...inputProps('interval')}
      />
      <Group grow align="flex-start">
        <AmountInput label={t('amountIncl')} required {...inputProps('amount')} />
        <Select
          label={t('vat')}
          allowDeselect={false}
          data={['0', '9', '21'].map((value) => ({ value, label: `${value}%` }))}
          {...inputProps('vatRate')}
        />
      </Group>
    </>
  )
}

import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languageTag } from '../i18n/i18n.ts'

interface AmountInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** As `/v1` has it: `12.95`; empty for none. */
  value?: string
  onChange?(value: string): void
  currency?: string
}

/** An amount of money, typed with the reader's own decimal sign. */
export function AmountInput({ value, onChange, currency = 'EUR', ...field }: AmountInputProps) {
  const { i18n } = useTranslation()
  const parts = new Intl.NumberFormat(languageTag(i18n.language), {
    style: 'currency',
    currency,
  }).formatToParts(1234.5)
  const part = (type: string) => parts.find((one) => one.type === type)?.value
  return (
    <NumberInput
      inputMode="decimal"
      hideControls
      decimalScale={2}
      fixedDecimalScale
      decimalSeparator={part('decimal') ?? ','}
      allowedDecimalSeparators={[',', '.']}
      allowNegative={false}
      leftSection={part('currency')}
      {...field}
      value={value ? Number(value) : ''}
      onChange={(number) => onChange?.(number === '' ? '' : Number(number).toFixed(2))}
    />
  )
}

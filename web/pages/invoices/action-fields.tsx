import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../components/date-field.tsx'
import { today } from './today.ts'

/** What the forms of one invoice and of many ask for. */
export const actionValues = () => ({
  reason: '',
  method: 'bank_transfer' as 'bank_transfer' | 'cash' | 'card' | 'other',
  paidAt: today(),
  note: '',
  creditNotePrefix: 'C-',
  creditNoteNumber: '',
  description: '',
  showReasonToCustomer: false,
  message: '',
  amount: '',
})
export type ActionValues = ReturnType<typeof actionValues>
export interface ActionForm {
  form: UseFormReturnType<ActionValues>
}

const methods = ['bank_transfer', 'cash', 'card', 'other'] as const

export function PauseFields({ form }: ActionForm) {
  const { t } = useTranslation('invoices')
  return (
    <TextInput
      label={t('field.reason')}
      description={t('field.reasonHint')}
      required
      maxLength={500}
      data-autofocus
      {...form.getInputProps('reason')}
    />
  )
}

export function PaymentFields({ form }: ActionForm) {
  const { t } = useTranslation('invoices')
  return (
    <>
      <NativeSelect
        label={t('field.method')}
        data={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        {...form.getInputProps('method')}
      />
      <DateField label={t('field.paidAt')} required maxDate={today()} {...form.getInputProps('paidAt')} />
      <TextInput label={t('field.note')} maxLength={500} {...form.getInputProps('note')} />
    </>
  )
}

export function RetractionFields({ form }: ActionForm) {
  const { t } = useTranslation('invoices')
  return (
    <>
      <TextInput
        label={t('field.description')}
        description={t('field.descriptionHint')}
        required
        maxLength={1000}
        {...form.getInputProps('description')}
      />
      <TextInput label={t('field.why')} maxLength={1000} {...form.getInputProps('reason')} />
      <Checkbox
        label={t('field.showReason')}
        {...form.getInputProps('showReasonToCustomer', { type: 'checkbox' })}
      />
    </>
  )
}

export function MessageFields({ form }: ActionForm) {
  const { t } = useTranslation('invoices')
  return (
    <Textarea
      label={t('field.message')}
      description={t('field.messageHint')}
      required
      autosize
      minRows={5}
      maxRows={14}
      data-autofocus
      {...form.getInputProps('message')}
    />
  )
}

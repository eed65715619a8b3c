import { Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, useSubmit } from '../../components/form.tsx'
import type { Invoice } from './invoice-pane.tsx'

export type InvoiceForm = 'paid' | 'credit' | 'pause'

interface FormsProps {
  form: InvoiceForm
  invoice: Invoice
  onClose(): void
  onDone(now: Invoice): void
}

export function InvoiceForms({ form, ...rest }: FormsProps) {
  const { t } = useTranslation('inbox')
  const title = { paid: t('markPaid'), credit: t('credit'), pause: t('pause') }[form]
  return (
    <FormModal opened onClose={rest.onClose} title={title}>
      {form === 'paid' && <PaidForm {...rest} />}
      {form === 'credit' && <CreditForm {...rest} />}
      {form === 'pause' && <PauseForm {...rest} />}
    </FormModal>
  )
}

type FormProps = Omit<FormsProps, 'form'>

const pathOf = ({ id }: Invoice) => ({ params: { path: { invoiceId: id } } })
const methods = ['bank_transfer', 'cash', 'card', 'other'] as const

/** Today, on the reader's calendar. */
function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

function PaidForm({ invoice, onClose, onDone }: FormProps) {
  const { t } = useTranslation('inbox')
  const form = useForm({
    initialValues: {
      amount: invoice.outstanding,
      method: methods[0] as (typeof methods)[number],
      paidAt: today(),
      note: '',
    },
  })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async ({ note, ...values }) => {
        const body = { ...values, ...(note.trim() === '' ? {} : { note }) }
        const { data } = await portalFetch.POST('/invoices/{invoiceId}/payments', {
          ...pathOf(invoice),
          body: body as never,
        })
        onDone(data!)
      })}
    >
      <Stack>
        <AmountInput
          label={t('amount')}
          currency={invoice.currency}
          required
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <Select
          label={t('method')}
          required
          allowDeselect={false}
          data={methods.map((value) => ({ value, label: t(`methods.${value}`) }))}
          {...form.getInputProps('method')}
        />
        <DateField label={t('paidAt')} required maxDate={today()} {...form.getInputProps('paidAt')} />
        <TextInput label={t('paymentNote')} maxLength={500} {...form.getInputProps('note')} />
        <FormProblem problem={problem} />
        <FormButtons action={t('markPaid')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function CreditForm({ invoice, onClose, onDone }: FormProps) {
  const { t } = useTranslation('inbox')
  const form = useForm({ initialValues: { amount: '', creditNoteNumber: '', description: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        const { data } = await portalFetch.POST('/invoices/{invoiceId}/credit', { ...pathOf(invoice), body })
        onDone(data!)
      })}
    >
      <Stack>
        <AmountInput
          label={t('amount')}
          currency={invoice.currency}
          required
          data-autofocus
          {...form.getInputProps('amount')}
        />
        <TextInput
          label={t('creditNote')}
          required
          maxLength={255}
          {...form.getInputProps('creditNoteNumber')}
        />
        <TextInput label={t('creditFor')} required maxLength={1000} {...form.getInputProps('description')} />
        <FormProblem problem={problem} />
        <FormButtons action={t('credit')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function PauseForm({ invoice, onClose, onDone }: FormProps) {
  const { t } = useTranslation('inbox')
  const form = useForm({ initialValues: { reason: '' } })
  const { submit, busy, problem } = useSubmit(form)
  return (
    <form
      onSubmit={submit(async (body) => {
        const { data } = await portalFetch.POST('/invoices/{invoiceId}/pause', { ...pathOf(invoice), body })
        onDone(data!)
      })}
    >
      <Stack>
        <Textarea
          label={t('reason')}
          description={t('reasonAbout')}
          required
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('reason')}
        />
        <FormProblem problem={problem} />
        <FormButtons action={t('pause')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

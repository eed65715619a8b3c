import { Select, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { AmountInput } from '../../components/amount-input.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'

interface PaymentLinkFormProps {
  opened: boolean
  onClose(): void
  onDone(link: components['schemas']['PaymentLink']): void
}

const DAYS = ['1', '7', '14', '30', '90']
const DAY_MS = 86_400_000
const inDays = (days: string) => new Date(Date.now() + Number(days) * DAY_MS).toISOString().slice(0, 10)
const initialValues = { description: '', amount: '', reusable: false, days: '14' as string | null }

export function PaymentLinkForm(props: PaymentLinkFormProps) {
  const { t } = useTranslation('payment-links')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('new')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, onDone }: PaymentLinkFormProps) {
  const { t } = useTranslation(['payment-links', 'common'])
  const queries = useQueryClient()
  const form = useForm({
    initialValues,
    validate: {
      description: (value) => (value.trim() === '' ? t('common:required') : null),
      amount: (value) => (Number(value) > 0 ? null : t('amountWrong')),
    },
  })
  const create = v1.useMutation('post', '/payment-links')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ description, amount, reusable, days }) => {
    const expiresAt = days === null ? undefined : inDays(days)
    const link = await create.mutateAsync({
      body: { description, amount, reusable, ...(expiresAt === undefined ? {} : { expiresAt }) },
    })
    await queries.invalidateQueries({ queryKey: ['get', '/payment-links'] })
    onClose()
    tell(t('made'))
    onDone(link)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('description')}
          description={t('descriptionAbout')}
          required
          data-autofocus
          {...form.getInputProps('description')}
        />
        <AmountInput label={t('amount')} required {...form.getInputProps('amount')} />
        <Select
          label={t('expires')}
          data={DAYS.map((days) => ({ value: days, label: t('inDays', { count: Number(days) }) }))}
          placeholder={t('never')}
          clearable
          clearButtonProps={{ 'aria-label': t('never') }}
          {...form.getInputProps('days')}
        />
        <Switch
          label={t('reusable')}
          description={t('reusableAbout')}
          {...form.getInputProps('reusable', { type: 'checkbox' })}
        />
        <FormButtons action={t('new')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

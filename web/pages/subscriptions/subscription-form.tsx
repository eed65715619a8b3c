import { Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshSubscriptions } from './refresh.ts'
import { TermsFields, termsRules, type VatRate } from './terms.tsx'

type Subscription = components['schemas']['CustomerSubscription']

interface SubscriptionFormProps {
  opened: boolean
  onClose(): void
  /** To change; left out: a new one. */
  subscription?: Subscription | undefined
  /** Of whom a new one is, if that is known. */
  customerId?: string | undefined
  onDone(subscription: Subscription): void
}

const today = () => new Date().toISOString().slice(0, 10)

const valuesOf = (subscription: Subscription | undefined, customerId: string | undefined) => ({
  customerId: subscription?.customerId ?? customerId ?? null,
  description: subscription?.description ?? '',
  startDate: subscription?.startsAt.slice(0, 10) ?? today(),
  interval: subscription?.interval ?? '1 month',
  amount: subscription?.amount ?? '',
  vatRate: String(subscription?.vatRate ?? 21),
  createInvoice: true,
  invoiceDescription: '',
})

export function SubscriptionForm(props: SubscriptionFormProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.subscription ? t('change') : t('new')}
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields(props: SubscriptionFormProps) {
  const { onClose, subscription, customerId, onDone } = props
  const { t } = useTranslation(['subscriptions', 'common'])
  const refresh = useRefreshSubscriptions()
  const form = useForm({
    initialValues: valuesOf(subscription, customerId),
    validate: {
      customerId: (value: string | null) => (value === null ? t('common:required') : null),
      description: (value: string) => (value.trim() === '' ? t('common:required') : null),
      ...termsRules(t('amountWrong')),
    },
  })
  const create = v1.useMutation('post', '/customer-subscriptions')
  const change = v1.useMutation('patch', '/customer-subscriptions/{subscriptionId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ description, interval, amount, vatRate, ...rest }) => {
    const terms = { description, interval, amount, vatRate: Number(vatRate) as VatRate }
    const done = subscription
      ? await change.mutateAsync({ params: { path: { subscriptionId: subscription.id } }, body: terms })
      : await create.mutateAsync({
          body: {
            ...terms,
            customerId: rest.customerId!,
            startDate: rest.startDate,
            createInvoice: rest.createInvoice,
            ...(rest.invoiceDescription.trim() === '' ? {} : { invoiceDescription: rest.invoiceDescription }),
          },
        })
    await refresh()
    onClose()
    tell(subscription ? t('common:saved') : t('made'))
    onDone(done)
  })
  const customer = form.getInputProps('customerId') as {
    value: string | null
    onChange(id: string | null): void
    error?: string
  }
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        {!subscription && <CustomerPicker label={t('customer')} required {...customer} />}
        <TextInput label={t('description')} required {...form.getInputProps('description')} />
        {!subscription && <DateField label={t('starts')} required {...form.getInputProps('startDate')} />}
        <TermsFields inputProps={(field) => form.getInputProps(field)} />
        {!subscription && (
          <>
            <Switch
              label={t('createInvoice')}
              description={t('createInvoiceAbout')}
              {...form.getInputProps('createInvoice', { type: 'checkbox' })}
            />
            {form.values.createInvoice && (
              <TextInput label={t('invoiceDescription')} {...form.getInputProps('invoiceDescription')} />
            )}
          </>
        )}
        <FormButtons action={subscription ? t('common:save') : t('new')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

import { Alert, SegmentedControl, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { CopyLink } from '../../components/copy-link.tsx'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { Moment } from '../../components/values.tsx'
import { useRefreshSubscriptions } from './refresh.ts'

type Pending = components['schemas']['PendingSignUp']

const initialValues = () => ({
  who: 'customer',
  customerId: null as string | null,
  startDate: new Date().toISOString().slice(0, 10),
  createInvoice: true,
  companyName: '',
  address: '',
  zipCode: '',
  city: '',
  email: '',
})

interface SignUpModalProps {
  chosen: components['schemas']['CustomerSubscriptionPackage'] | undefined
  onClose(): void
}

/** A customer begins at once; who is none yet gets a link, and begins by paying the first term. */
export function SignUpModal(props: SignUpModalProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <FormModal
      opened={props.chosen !== undefined}
      onClose={props.onClose}
      title={`${t('signUp')}: ${props.chosen?.name ?? ''}`}
      size="lg"
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ chosen, onClose }: SignUpModalProps) {
  const { t } = useTranslation(['subscriptions', 'common'])
  const refresh = useRefreshSubscriptions()
  const navigate = useNavigate()
  const [pending, setPending] = useState<Pending>()
  const form = useForm({
    initialValues: initialValues(),
    validate: (values) => {
      const fields =
        values.who === 'customer'
          ? (['customerId'] as const)
          : (['companyName', 'address', 'zipCode', 'city', 'email'] as const)
      return Object.fromEntries(
        fields.map((field) => [field, (values[field] ?? '').trim() === '' ? t('common:required') : null]),
      )
    },
  })
  const id = chosen?.id
  const signUp = v1.useMutation('post', '/customer-subscription-packages/{packageId}/sign-up')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ who, customerId, startDate, createInvoice, ...person }) => {
    const { companyName, address, zipCode, city, email } = person
    const answer = await signUp.mutateAsync({
      params: { path: { packageId: id! } },
      body:
        who === 'customer'
          ? { customerId: customerId!, startDate, createInvoice }
          : { companyName, address, zipCode, city, email },
    })
    if ('paymentLink' in answer) return setPending(answer)
    await refresh()
    onClose()
    tell(t('made'))
    await navigate({ to: '/desk/subscriptions', search: { subscription: answer.id } })
  })
  const customer = form.getInputProps('customerId') as {
    value: string | null
    onChange(value: string | null): void
    error?: string
  }
  return pending ? (
    <Stack>
      <Alert color="green" variant="light">
        {t('pendingText')} <Moment at={pending.expiresAt} />
      </Alert>
      <CopyLink label={t('payHere')} href={pending.paymentLink} />
    </Stack>
  ) : (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('who')}
          fullWidth
          data={[
            { value: 'customer', label: t('aCustomer') },
            { value: 'new', label: t('somebodyNew') },
          ]}
          {...form.getInputProps('who')}
        />
        <FormProblem problem={problem} />
        {form.values.who === 'customer' ? (
          <>
            <CustomerPicker label={t('customer')} required {...customer} />
            <DateField label={t('starts')} required {...form.getInputProps('startDate')} />
            <Switch
              label={t('createInvoice')}
              description={t('createInvoiceAbout')}
              {...form.getInputProps('createInvoice', { type: 'checkbox' })}
            />
          </>
        ) : (
          <>
            <TextInput label={t('theirName')} required {...form.getInputProps('companyName')} />
            <TextInput label={t('email')} type="email" required {...form.getInputProps('email')} />
            <TextInput label={t('address')} required {...form.getInputProps('address')} />
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput label={t('zipCode')} required {...form.getInputProps('zipCode')} />
              <TextInput label={t('city')} required {...form.getInputProps('city')} />
            </SimpleGrid>
          </>
        )}
        <FormButtons action={t('signUp')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

import { SimpleGrid, Stack, TextInput, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { countryCodes, useCountryName } from '../../i18n/countries.ts'
import { useRefreshCustomers } from './refresh.ts'

type Customer = components['schemas']['Customer']

interface CustomerFormProps {
  opened: boolean
  onClose(): void
  /** Left out: a new one. */
  customer?: Customer
  onDone(customer: Customer): void
}

const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

const valuesOf = (customer?: Customer) => ({
  companyName: customer?.companyName ?? '',
  primaryEmail: customer?.primaryEmail ?? '',
  phone: customer?.phone ?? '',
  address: customer?.address ?? '',
  zipCode: customer?.zipCode ?? '',
  city: customer?.city ?? '',
  countryCode: customer?.countryCode || 'NL',
})

export function CustomerForm(props: CustomerFormProps) {
  const { t } = useTranslation(['customers', 'common'])
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.customer ? t('editTitle') : t('new')}
      size="lg"
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, customer, onDone }: Omit<CustomerFormProps, 'opened'>) {
  const { t } = useTranslation(['customers', 'common'])
  const countryName = useCountryName()
  const refresh = useRefreshCustomers()
  const needed = (value: string) => (value.trim() === '' ? t('common:required') : null)
  const form = useForm({
    initialValues: valuesOf(customer),
    validate: {
      companyName: needed,
      address: needed,
      zipCode: needed,
      city: needed,
      primaryEmail: (value) => (EMAIL.test(value.trim()) ? null : t('emailWrong')),
      phone: (value) => (value.trim() === '' || /\d.*\d/.test(value) ? null : t('phoneWrong')),
    },
  })
  const create = v1.useMutation('post', '/customers')
  const edit = v1.useMutation('patch', '/customers/{customerId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ phone, ...values }) => {
    const kept = phone.trim() === '' ? (customer?.phone ? { phone: '-' } : {}) : { phone }
    const body = { ...values, ...kept }
    const done = customer
      ? await edit.mutateAsync({ params: { path: { customerId: customer.id } }, body })
      : await create.mutateAsync({ body })
    await refresh()
    onClose()
    tell(customer ? t('common:saved') : t('created', { name: done.companyName }))
    onDone(done)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('name')}
          required
          data-autofocus
          autoComplete="organization"
          {...form.getInputProps('companyName')}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={t('email')}
            type="email"
            required
            autoComplete="email"
            {...form.getInputProps('primaryEmail')}
          />
          <TextInput label={t('phone')} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
        </SimpleGrid>
        <TextInput
          label={t('address')}
          required
          autoComplete="street-address"
          {...form.getInputProps('address')}
        />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <TextInput
            label={t('zipCode')}
            required
            autoComplete="postal-code"
            {...form.getInputProps('zipCode')}
          />
          <TextInput
            label={t('city')}
            required
            autoComplete="address-level2"
            {...form.getInputProps('city')}
          />
          <Select
            label={t('country')}
            data={countryCodes
              .map((code) => ({ value: code, label: countryName(code) }))
              .toSorted((a, b) => a.label.localeCompare(b.label))}
            searchable
            allowDeselect={false}
            {...form.getInputProps('countryCode')}
          />
        </SimpleGrid>
        <FormButtons action={customer ? t('common:save') : t('add')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

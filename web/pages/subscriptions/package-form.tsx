import { Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshSubscriptions } from './refresh.ts'
import { TermsFields, termsRules, type VatRate } from './terms.tsx'

type Package = components['schemas']['CustomerSubscriptionPackage']

const valuesOf = (changed: Package | undefined) => ({
  name: changed?.name ?? '',
  description: changed?.description ?? '',
  interval: changed?.interval ?? '1 month',
  amount: changed?.amount ?? '',
  vatRate: String(changed?.vatRate ?? 21),
  availableForSale: changed?.availableForSale ?? true,
})

interface PackageFormProps {
  opened: boolean
  onClose(): void
  /** Left out: a new one. */
  changed: Package | undefined
}

export function PackageForm(props: PackageFormProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.changed ? t('changePackage') : t('newPackage')}
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, changed }: PackageFormProps) {
  const { t } = useTranslation(['subscriptions', 'common'])
  const refresh = useRefreshSubscriptions()
  const form = useForm({
    initialValues: valuesOf(changed),
    validate: {
      name: (value: string) => (value.trim() === '' ? t('common:required') : null),
      ...termsRules(t('amountWrong')),
    },
  })
  const create = v1.useMutation('post', '/customer-subscription-packages')
  const change = v1.useMutation('patch', '/customer-subscription-packages/{packageId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ vatRate, ...values }) => {
    const body = { ...values, vatRate: Number(vatRate) as VatRate }
    if (changed) await change.mutateAsync({ params: { path: { packageId: changed.id } }, body })
    else await create.mutateAsync({ body })
    await refresh()
    onClose()
    tell(t('common:saved'))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
        <Textarea label={t('description')} autosize minRows={2} {...form.getInputProps('description')} />
        <TermsFields inputProps={(field) => form.getInputProps(field)} />
        <Switch
          label={t('forSale')}
          description={t('forSaleAbout')}
          {...form.getInputProps('availableForSale', { type: 'checkbox' })}
        />
        <FormButtons action={changed ? t('common:save') : t('newPackage')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

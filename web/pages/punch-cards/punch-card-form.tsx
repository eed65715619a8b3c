import { Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { SaleFields, saleBody, saleRules } from './sale-fields.tsx'

interface PunchCardFormProps {
  opened: boolean
  onClose(): void
  onDone(card: components['schemas']['PunchCard']): void
}

const initialValues = {
  name: '',
  description: '',
  punches: 10,
  punchLabel: '',
  expires: false,
  expiryValue: 1,
  expirePeriod: 'years' as 'days' | 'months' | 'years',
  forSale: false,
  price: '',
  vatRate: '21',
}

export function PunchCardForm(props: PunchCardFormProps) {
  const { t } = useTranslation('punch-cards')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('new')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, onDone }: PunchCardFormProps) {
  const { t } = useTranslation(['punch-cards', 'common'])
  const queries = useQueryClient()
  const needed = (value: string) => (value.trim() === '' ? t('common:required') : null)
  const form = useForm({
    initialValues,
    validate: {
      name: needed,
      punchLabel: needed,
      punches: (value) => (value >= 1 ? null : t('common:required')),
      ...saleRules(t('priceWrong')),
    },
  })
  const create = v1.useMutation('post', '/punch-cards')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (values) => {
    const { name, description, punches, punchLabel, expires, expiryValue, expirePeriod } = values
    const card = await create.mutateAsync({
      body: {
        name,
        punches,
        punchLabel,
        ...(description.trim() === '' ? {} : { description }),
        ...(expires ? { expiryValue, expirePeriod } : {}),
        ...saleBody(values),
      },
    })
    await queries.invalidateQueries({ queryKey: ['get', '/punch-cards'] })
    onClose()
    tell(t('made'))
    onDone(card)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput label={t('name')} required data-autofocus {...form.getInputProps('name')} />
        <Textarea label={t('description')} autosize minRows={2} {...form.getInputProps('description')} />
        <Group grow align="flex-start">
          <NumberInput
            label={t('punches')}
            required
            min={1}
            max={1000}
            allowDecimal={false}
            clampBehavior="none"
            {...form.getInputProps('punches')}
          />
          <TextInput
            label={t('punchLabel')}
            placeholder={t('punchLabelExample')}
            required
            {...form.getInputProps('punchLabel')}
          />
        </Group>
        <Switch label={t('expires')} {...form.getInputProps('expires', { type: 'checkbox' })} />
        {form.values.expires && (
          <Group grow align="flex-start">
            <NumberInput
              label={t('validity')}
              min={1}
              max={1000}
              allowDecimal={false}
              clampBehavior="none"
              {...form.getInputProps('expiryValue')}
            />
            <Select
              label={t('unit')}
              allowDeselect={false}
              data={(['days', 'months', 'years'] as const).map((value) => ({
                value,
                label: t(`unitOf.${value}`),
              }))}
              {...form.getInputProps('expirePeriod')}
            />
          </Group>
        )}
        <SaleFields
          forSale={form.values.forSale}
          inputProps={(field, options) => form.getInputProps(field, options)}
        />
        <FormButtons action={t('new')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

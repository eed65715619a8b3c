import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshPunchCards } from './refresh.ts'
import { SaleFields, saleBody, saleRules } from './sale-fields.tsx'

type PunchCard = components['schemas']['PunchCard']

const valuesOf = ({ forSale, price, vatRate }: PunchCard) => ({
  forSale,
  price: price ?? '',
  vatRate: String(vatRate ?? 21),
})

interface SaleModalProps {
  card: PunchCard
  opened: boolean
  onClose(): void
}

export function SaleModal(props: SaleModalProps) {
  const { t } = useTranslation('punch-cards')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('changeSale')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ card, onClose }: SaleModalProps) {
  const { t } = useTranslation(['punch-cards', 'common'])
  const refresh = useRefreshPunchCards()
  const form = useForm({ initialValues: valuesOf(card), validate: saleRules(t('priceWrong')) })
  const edit = v1.useMutation('patch', '/punch-cards/{punchCardId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (values) => {
    await edit.mutateAsync({ params: { path: { punchCardId: card.id } }, body: saleBody(values) })
    await refresh()
    onClose()
    tell(t('common:saved'))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <SaleFields
          forSale={form.values.forSale}
          inputProps={(field, options) => form.getInputProps(field, options)}
        />
        <FormButtons action={t('common:save')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

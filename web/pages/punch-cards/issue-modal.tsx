import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { CopyLink } from '../../components/copy-link.tsx'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormProblem, tell } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useRefreshPunchCards } from './refresh.ts'

interface IssueModalProps {
  card: components['schemas']['PunchCard']
  opened: boolean
  onClose(): void
}

/** Gives a card to a customer, or sells it: then the customer has it once it is paid. */
export function IssueModal(props: IssueModalProps) {
  const { t } = useTranslation('punch-cards')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('issue')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ card, onClose }: IssueModalProps) {
  const { t } = useTranslation(['punch-cards', 'common'])
  const sentence = useErrorSentence()
  const refresh = useRefreshPunchCards()
  const [customerId, setCustomerId] = useState<string | null>(null)
  const [checkoutUrl, setCheckoutUrl] = useState<string>()
  const give = v1.useMutation('post', '/punch-cards/{punchCardId}/issued')
  const sell = v1.useMutation('post', '/punch-cards/{punchCardId}/sales')
  const busy = give.isPending || sell.isPending
  const path = { punchCardId: card.id }
  const error: unknown = give.error ?? sell.error
  const issue = () =>
    give.mutate(
      { params: { path }, body: { customerId: customerId! } },
      {
        onSuccess: () => {
          void refresh()
          tell(t('issued'))
          onClose()
        },
      },
    )
  const offer = () =>
    sell.mutate(
      { params: { path }, body: { customerId: customerId! } },
      { onSuccess: (sale) => setCheckoutUrl(sale.checkoutUrl) },
    )
  return checkoutUrl === undefined ? (
    <Stack>
      <CustomerPicker label={t('holder')} value={customerId} onChange={setCustomerId} required />
      <FormProblem problem={error ? sentence(error) : undefined} />
      <Group justify="flex-end">
        {card.forSale && (
          <Button
            variant="default"
            onClick={offer}
            disabled={customerId === null || busy}
            loading={sell.isPending}
          >
            {t('sell')}
          </Button>
        )}
        <Button onClick={issue} disabled={customerId === null || busy} loading={give.isPending}>
          {t('give')}
        </Button>
      </Group>
    </Stack>
  ) : (
    <Stack>
      <Alert color="green" variant="light">
        {t('soldText')}
      </Alert>
      <CopyLink label={t('payHere')} href={checkoutUrl} />
    </Stack>
  )
}

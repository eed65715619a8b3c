import { Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { DateField } from '../../components/date-field.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshSubscriptions } from './refresh.ts'

interface TerminateModalProps {
  subscription: components['schemas']['CustomerSubscription']
  opened: boolean
  onClose(): void
}

/** No term begins on that day or later; what was invoiced stays. */
export function TerminateModal(props: TerminateModalProps) {
  const { t } = useTranslation('subscriptions')
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('terminate')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ subscription, onClose }: TerminateModalProps) {
  const { t } = useTranslation(['subscriptions', 'common'])
  const refresh = useRefreshSubscriptions()
  const form = useForm({
    initialValues: {
      terminatedAt: subscription.terminatedAt?.slice(0, 10) ?? subscription.renewsAt.slice(0, 10),
    },
  })
  const change = v1.useMutation('patch', '/customer-subscriptions/{subscriptionId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ terminatedAt }) => {
    await change.mutateAsync({
      params: { path: { subscriptionId: subscription.id } },
      body: { terminatedAt: `${terminatedAt} 00:00:00` },
    })
    await refresh()
    onClose()
    tell(t('terminated'))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <Text>{t('terminateText')}</Text>
        <FormProblem problem={problem} />
        <DateField label={t('terminatedAt')} required {...form.getInputProps('terminatedAt')} />
        <FormButtons action={t('terminate')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

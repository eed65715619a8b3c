import { NumberInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshPunchCards } from './refresh.ts'

interface StampModalProps {
  card: components['schemas']['PunchCard']
  issued: components['schemas']['PunchCardBought'] | undefined
  holder: string
  onClose(): void
}

export function StampModal(props: StampModalProps) {
  const { t } = useTranslation('punch-cards')
  return (
    <FormModal opened={props.issued !== undefined} onClose={props.onClose} title={t('stamp')}>
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ card, issued, holder, onClose }: StampModalProps) {
  const { t } = useTranslation(['punch-cards', 'common'])
  const refresh = useRefreshPunchCards()
  const left = issued?.punchesLeft ?? 1
  const form = useForm({
    initialValues: { stamps: 1 },
    validate: { stamps: (value) => (value >= 1 && value <= left ? null : t('stampsWrong', { left })) },
  })
  const id = issued?.id
  const stamp = v1.useMutation('post', '/punch-cards/{punchCardId}/issued/{issuedPunchCardId}/stamp')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ stamps }) => {
    const stamped = await stamp.mutateAsync({
      params: { path: { punchCardId: card.id, issuedPunchCardId: id! } },
      body: { stamps },
    })
    await refresh()
    onClose()
    tell(t('stamped', { left: stamped.punchesLeft, all: card.punches }))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <Text>
          {holder} · {t('leftOf', { left, all: card.punches })}
        </Text>
        <FormProblem problem={problem} />
        <NumberInput
          label={`${t('stamps')} (${card.punchLabel})`}
          required
          min={1}
          max={left}
          allowDecimal={false}
          clampBehavior="none"
          data-autofocus
          {...form.getInputProps('stamps')}
        />
        <FormButtons action={t('stamp')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

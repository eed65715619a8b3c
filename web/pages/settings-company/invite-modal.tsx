import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portal } from '../../client/client.ts'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { RoleChoice } from './role-choice.tsx'
import type { Role } from './roles.tsx'

export function InviteModal(props: { opened: boolean; onClose(): void }) {
  const { t } = useTranslation('settings-company')
  return (
    <FormModal {...props} title={t('users.invite')}>
      <InviteForm onClose={props.onClose} />
    </FormModal>
  )
}

function InviteForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('settings-company')
  const queries = useQueryClient()
  const form = useForm<{ email: string; role: Role }>({ initialValues: { email: '', role: 'support' } })
  const { submit, busy, problem } = useSubmit(form)
  const invite = portal.useMutation('post', '/staff/invitations')
  return (
    <form
      noValidate
      onSubmit={submit(async (body) => {
        await invite.mutateAsync({ body })
        await queries.invalidateQueries({ queryKey: ['get', '/staff'] })
        tell(t('users.invited', { email: body.email }))
        onClose()
      })}
    >
      <Stack>
        <TextInput
          label={t('users.email')}
          description={t('users.inviteAbout')}
          type="email"
          required
          withAsterisk={false}
          data-autofocus
          {...form.getInputProps('email')}
        />
        <RoleChoice {...(form.getInputProps('role') as { value: Role; onChange(role: Role): void })} />
        <FormProblem problem={problem} />
        <FormButtons action={t('users.send')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

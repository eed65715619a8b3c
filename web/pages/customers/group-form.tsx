import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshCustomers } from './refresh.ts'

type CustomerGroup = components['schemas']['CustomerGroup']

interface GroupFormProps {
  opened: boolean
  onClose(): void
  /** Left out: a new one. */
  group?: CustomerGroup | undefined
  onCreated?(group: CustomerGroup): void
}

export function GroupForm(props: GroupFormProps) {
  const { t } = useTranslation(['customers', 'common'])
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.group ? t('rename') : t('newGroup')}
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, group, onCreated }: Omit<GroupFormProps, 'opened'>) {
  const { t } = useTranslation(['customers', 'common'])
  const refresh = useRefreshCustomers()
  const form = useForm({
    initialValues: { name: group?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? t('common:required') : null) },
  })
  const create = v1.useMutation('post', '/customer-groups')
  const rename = v1.useMutation('patch', '/customer-groups/{customerGroupId}')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (body) => {
    const done = group
      ? await rename.mutateAsync({ params: { path: { customerGroupId: group.id } }, body })
      : await create.mutateAsync({ body })
    await refresh()
    onClose()
    tell(t('common:saved'))
    if (!group) onCreated?.(done)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('group')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <FormButtons action={group ? t('common:save') : t('addGroup')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

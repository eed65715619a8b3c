import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import type { components } from '../../client/v1.generated.ts'
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

export function GroupForm({ opened, onClose, group, onCreated }: GroupFormProps) {
  const { t } = useTranslation(['customers', 'common'])
  const refresh = useRefreshCustomers()
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('common:required') : null) },
  })
  const { setValues, clearErrors } = form
  useEffect(() => {
    if (!opened) return
    setValues({ name: group?.name ?? '' })
    clearErrors()
  }, [opened])
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
    <Modal
      opened={opened}
      onClose={onClose}
      title={group ? t('rename') : t('newGroup')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput label={t('group')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <FormButtons action={group ? t('common:save') : t('addGroup')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

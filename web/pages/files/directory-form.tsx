import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { v1Fetch } from '../../client/client.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshFiles, type FileOrDirectory } from './file.ts'

interface DirectoryFormProps {
  opened: boolean
  onClose(): void
  /** Where a new one is made. */
  directory?: string | undefined
  /** The file or directory to rename; left out: a new directory. */
  file?: FileOrDirectory
}

/** The name of a new directory, or of something that is there. */
export function DirectoryForm(props: DirectoryFormProps) {
  const { t } = useTranslation(['files', 'common'])
  return (
    <FormModal
      opened={props.opened}
      onClose={props.onClose}
      title={props.file ? t('rename') : t('newDirectory')}
    >
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, directory, file }: Omit<DirectoryFormProps, 'opened'>) {
  const { t } = useTranslation(['files', 'common'])
  const refresh = useRefreshFiles()
  const form = useForm({
    initialValues: { name: file?.name ?? '' },
    validate: { name: (name) => (name.trim() === '' ? t('common:required') : null) },
  })
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ name }) => {
    if (file)
      await v1Fetch.PATCH('/files/{fileOrDirId}', {
        params: { path: { fileOrDirId: file.id } },
        body: { name },
      })
    else await v1Fetch.POST('/files', { params: { query: directory ? { directory } : {} }, body: { name } })
    await refresh()
    onClose()
    tell(t('common:saved'))
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('name')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <FormButtons action={file ? t('common:save') : t('common:create')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

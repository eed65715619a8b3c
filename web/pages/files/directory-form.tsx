import { Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { v1Fetch } from '../../client/client.ts'
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
export function DirectoryForm({ opened, onClose, directory, file }: DirectoryFormProps) {
  const { t } = useTranslation(['files', 'common'])
  const refresh = useRefreshFiles()
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('common:required') : null) },
  })
  const { setValues, clearErrors } = form
  useEffect(() => {
    if (!opened) return
    setValues({ name: file?.name ?? '' })
    clearErrors()
  }, [opened])
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ name }) => {
    if (file) await v1Fetch.PATCH('/files/{fileOrDirId}', { params: { path: { fileOrDirId: file.id } }, body: { name } })
    else await v1Fetch.POST('/files', { params: { query: directory ? { directory } : {} }, body: { name } })
    await refresh()
    onClose()
    tell(t('common:saved'))
  })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={file ? t('rename') : t('newDirectory')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <FormProblem problem={problem} />
          <TextInput label={t('name')} required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <FormButtons action={file ? t('common:save') : t('common:create')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}

import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { CopyLink } from '../../components/copy-link.tsx'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { FormButtons, FormProblem } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useRefreshFiles, type FileOrDirectory } from './file.ts'

interface ShareFormProps {
  /** Undefined: closed. */
  files: FileOrDirectory[] | undefined
  onClose(): void
  onDone(): void
}

/** Shares files with a customer, who is mailed the link, or with whoever is given it. */
export function ShareForm({ files, onClose, onDone }: ShareFormProps) {
  const { t } = useTranslation(['files', 'common'])
  return (
    <Modal
      opened={files !== undefined}
      onClose={onClose}
      title={t('share')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {files && <Sharing files={files} onClose={onClose} onDone={onDone} />}
    </Modal>
  )
}

function Sharing({ files, onClose, onDone }: { files: FileOrDirectory[]; onClose(): void; onDone(): void }) {
  const { t } = useTranslation(['files', 'common'])
  const sentence = useErrorSentence()
  const refresh = useRefreshFiles()
  const [customerId, setCustomerId] = useState<string | null>(null)
  const create = v1.useMutation('post', '/file-shares')
  if (create.data)
    return (
      <Stack gap="sm">
        <Alert color="teal" variant="light" role="status">
          {customerId ? t('sharedWithCustomer') : t('sharedByLink')}
        </Alert>
        <CopyLink label={t('link')} href={create.data.links.publicShare.href} />
        <Group justify="flex-end">
          <Button onClick={onDone}>{t('done')}</Button>
        </Group>
      </Stack>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate(
          { body: { content: files.map(({ id }) => id), ...(customerId ? { customerId } : {}) } },
          { onSuccess: () => void refresh() },
        )
      }}
    >
      <Stack gap="sm">
        <FormProblem problem={create.error ? sentence(create.error) : undefined} />
        <List size="sm">
          {files.map(({ id, name }) => (
            <List.Item key={id}>{name}</List.Item>
          ))}
        </List>
        <CustomerPicker label={t('withWhom')} value={customerId} onChange={setCustomerId} data-autofocus />
        <Text size="sm" c="dimmed">
          {customerId ? t('customerIsMailed') : t('anyoneWithLink')}
        </Text>
        <FormButtons action={t('share')} busy={create.isPending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

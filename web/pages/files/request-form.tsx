import {
  ActionIcon,
  Box,
  Button,
  Checkbox,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import { CustomerPicker } from '../../components/customer-picker.tsx'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useRefreshFiles } from './file.ts'

interface RequestFormProps {
  opened: boolean
  onClose(): void
  onDone(requestId: string): void
}

const MOST = 10
const newFile = () => ({ name: '', description: '', required: true })
const initial = () => ({
  name: '',
  description: '',
  customerId: null as string | null,
  directoryId: null as string | null,
  requestedFiles: [newFile()],
})

export function RequestForm(props: RequestFormProps) {
  const { t } = useTranslation(['files', 'common'])
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('newRequest')} size="lg">
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, onDone }: Omit<RequestFormProps, 'opened'>) {
  const { t } = useTranslation(['files', 'common'])
  const refresh = useRefreshFiles()
  const needed = (value: string) => (value.trim() === '' ? t('common:required') : null)
  const form = useForm({
    initialValues: initial(),
    validate: { name: needed, requestedFiles: { name: needed } },
  })
  const { values } = form
  // As the page of files asks for it, so that the two share what is known.
  const top = v1.useInfiniteQuery(
    'get',
    '/files',
    { params: { query: { per_page: 100, sort: 'name' } } },
    byNumber,
  )
  const directories = (rowsOf(top.data) ?? []).filter(({ type }) => type === 'directory')
  const create = v1.useMutation('post', '/file-requests')
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async ({ name, description, customerId, directoryId, requestedFiles }) => {
    const made = await create.mutateAsync({
      body: {
        name,
        ...(description.trim() ? { description } : {}),
        ...(customerId ? { customerId } : {}),
        ...(directoryId ? { directoryId } : {}),
        requestedFiles: requestedFiles.map((file) => ({
          name: file.name,
          required: file.required,
          ...(file.description.trim() ? { description: file.description } : {}),
        })),
      },
    })
    await refresh()
    onClose()
    tell(customerId ? t('askedCustomer') : t('askedByLink'))
    onDone(made.id)
  })
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <FormProblem problem={problem} />
        <TextInput
          label={t('requestName')}
          description={t('requestNameAbout')}
          required
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <CustomerPicker
          label={t('ofWhom')}
          description={values.customerId ? t('customerIsMailed') : t('anyoneMayUpload')}
          {...form.getInputProps('customerId')}
        />
        <Textarea
          label={t('explanation')}
          autosize
          minRows={2}
          maxLength={5000}
          {...form.getInputProps('description')}
        />
        <Select
          label={t('into')}
          placeholder={t('top')}
          data={directories.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          clearButtonProps={{ 'aria-label': t('common:clear') }}
          searchable
          {...form.getInputProps('directoryId')}
        />
        <Text fw={600} component="h3" size="md" m={0}>
          {t('whatFiles')}
        </Text>
        {values.requestedFiles.map((_, i) => (
          <Group key={i} role="group" aria-label={t('file', { number: i + 1 })} gap="xs" align="flex-start">
            <TextInput
              label={t('name')}
              required
              maxLength={200}
              flex="1 1 10rem"
              {...form.getInputProps(`requestedFiles.${i}.name`)}
            />
            <TextInput
              label={t('explanation')}
              maxLength={1000}
              flex="2 1 12rem"
              {...form.getInputProps(`requestedFiles.${i}.description`)}
            />
            <Group pt={25} gap="xs" wrap="nowrap">
              <Checkbox
                label={t('required')}
                {...form.getInputProps(`requestedFiles.${i}.required`, { type: 'checkbox' })}
              />
              <Box>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  disabled={values.requestedFiles.length === 1}
                  aria-label={t('removeFile', { number: i + 1 })}
                  onClick={() => form.removeListItem('requestedFiles', i)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Box>
            </Group>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            disabled={values.requestedFiles.length >= MOST}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('requestedFiles', newFile())}
          >
            {t('oneMore')}
          </Button>
        </Group>
        <FormButtons action={t('ask')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

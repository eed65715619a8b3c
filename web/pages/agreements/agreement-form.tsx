import { ActionIcon, Box, Button, Checkbox, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { useForm } from '@mantine/form'
import { IconFileTypePdf, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sendForm } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { FormModal } from '../../components/form-modal.tsx'
import { FormButtons, FormProblem, tell, useSubmit } from '../../components/form.tsx'
import { useFormat } from '../../i18n/format.ts'
import { SignatureField } from './signature-field.tsx'

interface AgreementFormProps {
  opened: boolean
  onClose(): void
  onDone(agreementId: string): void
}

const MOST = 5
const MOST_BYTES = 5 * 1024 * 1024
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const newSigner = () => ({ firstName: '', lastName: '', email: '', shouldIdentify: false })
const initial = (signerName: string) => ({
  name: '',
  documents: [] as File[],
  signers: [newSigner()],
  signerName,
  signerSignatureData: null as string | null,
})

/** Documents, who signs them, and the company's own signature, which comes first. */
export function AgreementForm(props: AgreementFormProps) {
  const { t } = useTranslation(['agreements', 'common'])
  return (
    <FormModal opened={props.opened} onClose={props.onClose} title={t('new')} size="xl">
      <Fields {...props} />
    </FormModal>
  )
}

function Fields({ onClose, onDone }: Omit<AgreementFormProps, 'opened'>) {
  const { t } = useTranslation(['agreements', 'common'])
  const { user } = useMe()
  const format = useFormat()
  const queries = useQueryClient()
  const needed = (value: string | null) =>
    value === null || value.trim() === '' ? t('common:required') : null
  const form = useForm({
    initialValues: initial(user.name),
    validate: {
      name: needed,
      documents: (files) =>
        files.length === 0
          ? t('common:required')
          : files.length > MOST
            ? t('tooMany', { most: MOST })
            : files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES
              ? t('tooLarge')
              : null,
      signers: {
        firstName: needed,
        lastName: needed,
        email: (value: string) => (EMAIL.test(value.trim()) ? null : t('emailWrong')),
      },
      signerName: needed,
      signerSignatureData: needed,
    },
  })
  const { values, errors } = form
  const { submit, busy, problem } = useSubmit(form)
  const send = submit(async (given) => {
    const body = new FormData()
    body.set('name', given.name)
    body.set('signerName', given.signerName)
    body.set('signerSignatureData', given.signerSignatureData!)
    body.set('signers', JSON.stringify(given.signers))
    for (const file of given.documents) body.append('documents', file)
    const made = await sendForm<{ id: string }>('POST', '/api/portal/v1/agreements', body)
    await queries.invalidateQueries({ queryKey: ['get', '/agreements'] })
    onClose()
    tell(t('made', { count: given.signers.length }))
    onDone(made.id)
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
        <Title order={3} size="h5">
          {t('documents')}
        </Title>
        <Dropzone
          accept={['application/pdf']}
          multiple
          p="sm"
          onDrop={(files) => form.setFieldValue('documents', [...values.documents, ...files])}
          onReject={() => form.setFieldError('documents', t('onlyPdf'))}
          aria-label={t('addDocuments')}
          inputProps={{ 'aria-label': t('addDocuments') }}
        >
          <Group gap="sm" justify="center" wrap="nowrap" style={{ pointerEvents: 'none' }}>
            <IconFileTypePdf size={22} stroke={1.5} aria-hidden />
            <Text>{t('dropHere')}</Text>
          </Group>
        </Dropzone>
        {values.documents.length > 0 && (
          <List listStyleType="none" spacing={4}>
            {values.documents.map((file, i) => (
              <List.Item key={`${file.name}${i}`}>
                <Group gap="xs" wrap="nowrap">
                  <Text size="sm" truncate>
                    {file.name} · {format.bytes(file.size)}
                  </Text>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('remove', { name: file.name })}
                    onClick={() => form.removeListItem('documents', i)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </List.Item>
            ))}
          </List>
        )}
        <FieldProblem>{errors['documents']}</FieldProblem>
        <Title order={3} size="h5">
          {t('signers')}
        </Title>
        {values.signers.map((_, i) => (
          <Group
            key={i}
            role="group"
            aria-label={t('signerOf', { number: i + 1 })}
            gap="xs"
            align="flex-start"
            wrap="wrap"
          >
            <TextInput
              label={t('firstName')}
              required
              flex="1 1 8rem"
              {...form.getInputProps(`signers.${i}.firstName`)}
            />
            <TextInput
              label={t('lastName')}
              required
              flex="1 1 8rem"
              {...form.getInputProps(`signers.${i}.lastName`)}
            />
            <TextInput
              label={t('email')}
              type="email"
              required
              flex="2 1 12rem"
              {...form.getInputProps(`signers.${i}.email`)}
            />
            <Box pt={25}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                disabled={values.signers.length === 1}
                aria-label={t('removeSigner', { number: i + 1 })}
                onClick={() => form.removeListItem('signers', i)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Box>
            <Checkbox
              w="100%"
              label={t('identify')}
              {...form.getInputProps(`signers.${i}.shouldIdentify`, { type: 'checkbox' })}
            />
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            disabled={values.signers.length >= MOST}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('signers', newSigner())}
          >
            {t('addSigner')}
          </Button>
        </Group>
        <Title order={3} size="h5">
          {t('ourSignature')}
        </Title>
        <TextInput label={t('byUs')} required maxLength={200} {...form.getInputProps('signerName')} />
        <SignatureField
          name={values.signerName}
          onChange={(data) => form.setFieldValue('signerSignatureData', data)}
        />
        <FieldProblem>{errors['signerSignatureData']}</FieldProblem>
        <FormButtons action={t('make')} busy={busy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function FieldProblem({ children }: { children: React.ReactNode }) {
  if (!children) return null
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {children}
    </Text>
  )
}

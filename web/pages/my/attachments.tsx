import { Anchor, FileInput, Group, Pill, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'

export const MOST_FILES = 5
const ACCEPT =
  'application/pdf,image/png,image/jpeg,image/webp,image/gif,image/heic,image/avif,text/plain,text/csv,.doc,.docx,.xls,.xlsx,.odt,.ods'

/** The files of a message. `base` is the address above them. */
export function Attachments(props: { of: { id: string; name: string; size: number }[]; base: string }) {
  const format = useFormat()
  return props.of.map(({ id, name, size }) => (
    <Group key={id} gap={6} mt={4} wrap="nowrap">
      <IconPaperclip size={16} aria-hidden />
      <Anchor href={`${props.base}/${id}`} download>
        {name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {format.bytes(size)}
      </Text>
    </Group>
  ))
}

/** Files to send with what one says. */
export function AttachmentInput({ value, onChange }: { value: File[]; onChange(files: File[]): void }) {
  const { t } = useTranslation('my')
  return (
    <FileInput
      label={t('conversation.attach')}
      description={t('conversation.attachHint', { count: MOST_FILES })}
      placeholder={t('conversation.choose')}
      multiple
      clearable
      accept={ACCEPT}
      value={value}
      onChange={(files) => onChange(files.slice(0, MOST_FILES))}
      clearButtonProps={{ 'aria-label': t('conversation.noFiles') }}
      leftSection={<IconPaperclip size={18} aria-hidden />}
      valueComponent={({ value: files }) => (
        <Pill.Group>
          {[files].flat().map((file) => file && <Pill key={file.name}>{file.name}</Pill>)}
        </Pill.Group>
      )}
    />
  )
}

/** What one says, with its files, as a form. */
export function formOf(fields: Record<string, string>, files: readonly File[]): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('attachments', file)
  return form
}

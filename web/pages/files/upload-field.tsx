import { ActionIcon, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { IconUpload, IconX } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorSentence } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useRefreshFiles } from './file.ts'
import { uploadFile } from './upload.ts'

interface Upload {
  key: number
  name: string
  size: number
  /** Bytes that have left. */
  sent: number
  problem?: ReactNode
}

/** Takes files one after another, and tells how far each is. */
export function UploadField({ directory }: { directory: string | undefined }) {
  const { t } = useTranslation(['files', 'common'])
  const sentence = useErrorSentence()
  const format = useFormat()
  const refresh = useRefreshFiles()
  const [uploads, setUploads] = useState<Upload[]>([])
  const line = useRef<Promise<void>>(Promise.resolve())
  const number = useRef(0)
  const change = (key: number, next: Partial<Upload>) =>
    setUploads((old) => old.map((one) => (one.key === key ? { ...one, ...next } : one)))
  const forget = (key: number) => setUploads((old) => old.filter((one) => one.key !== key))
  const add = (files: File[]) => {
    for (const file of files) {
      const key = ++number.current
      setUploads((old) => [...old, { key, name: file.name, size: file.size, sent: 0 }])
      const before = line.current
      line.current = (async () => {
        await before
        try {
          await uploadFile(file, directory, (sent) => change(key, { sent }))
          forget(key)
        } catch (error) {
          change(key, { problem: sentence(error) })
        }
        await refresh()
      })()
    }
  }
  return (
    <Stack gap="xs" mb="md">
      <Dropzone
        onDrop={add}
        multiple
        p="md"
        inputProps={{ 'aria-label': t('upload') }}
        aria-label={t('upload')}
      >
        <Group gap="sm" justify="center" wrap="nowrap" style={{ pointerEvents: 'none' }}>
          <IconUpload size={22} stroke={1.5} aria-hidden />
          <Text>{t('dropHere')}</Text>
        </Group>
      </Dropzone>
      {uploads.map(({ key, name, size, sent, problem }) => {
        const percent = size === 0 ? 100 : Math.round((sent / size) * 100)
        return (
          <Paper key={key} withBorder p="xs" role="group" aria-label={name}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" truncate>
                {name}
              </Text>
              {problem === undefined ? (
                <Text size="sm" c="dimmed" className="amount">
                  {format.bytes(sent)} / {format.bytes(size)}
                </Text>
              ) : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('common:close')}
                  onClick={() => forget(key)}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            {problem === undefined ? (
              <Progress value={percent} aria-label={t('progress', { name })} mt={4} />
            ) : (
              <Text size="sm" c="var(--mantine-color-error)" role="alert">
                {problem}
              </Text>
            )}
          </Paper>
        )
      })}
    </Stack>
  )
}

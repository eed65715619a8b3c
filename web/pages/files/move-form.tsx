import { Anchor, Breadcrumbs, Button, Group, Modal, NavLink, Skeleton, Stack, Text } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { v1 } from '../../client/client.ts'
import { byNumber, rowsOf } from '../../client/pages.ts'
import { FormProblem, tell } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useRefreshFiles, type FileOrDirectory } from './file.ts'

interface MoveFormProps {
  /** Undefined: closed. */
  file: FileOrDirectory | undefined
  onClose(): void
}

/** Walks through the directories to where something is to lie. */
export function MoveForm({ file, onClose }: MoveFormProps) {
  const { t } = useTranslation(['files', 'common'])
  return (
    <Modal
      opened={file !== undefined}
      onClose={onClose}
      title={t('moveTitle', { name: file?.name })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {file && <Walk key={file.id} file={file} onClose={onClose} />}
    </Modal>
  )
}

function Walk({ file, onClose }: { file: FileOrDirectory; onClose(): void }) {
  const { t } = useTranslation(['files', 'common'])
  const sentence = useErrorSentence()
  const refresh = useRefreshFiles()
  const [way, setWay] = useState<{ id: string; name: string }[]>([])
  const [problem, setProblem] = useState<ReactNode>()
  const here = way.at(-1)
  const go = (next: typeof way) => {
    setWay(next)
    setProblem(undefined)
  }
  // As the page of files asks for it, so that the two share what is known.
  const { data, error } = v1.useInfiniteQuery(
    'get',
    '/files',
    { params: { query: { sort: 'name', per_page: 100, ...(here ? { directory: here.id } : {}) } } },
    byNumber,
  )
  const move = v1.useMutation('patch', '/files/{fileOrDirId}')
  const directories = rowsOf(data)?.filter(({ type, id }) => type === 'directory' && id !== file.id)
  const send = async () => {
    setProblem(undefined)
    try {
      await move.mutateAsync({
        params: { path: { fileOrDirId: file.id } },
        body: { directory: here?.id ?? '-' },
      })
      await refresh()
      tell(t('moved', { name: file.name }))
      onClose()
    } catch (reason) {
      setProblem(sentence(reason))
    }
  }
  return (
    <Stack gap="sm">
      <FormProblem problem={problem ?? (error ? sentence(error) : undefined)} />
      <Breadcrumbs style={{ flexWrap: 'wrap' }}>
        <Anchor component="button" type="button" onClick={() => go([])}>
          {t('top')}
        </Anchor>
        {way.map((one, i) => (
          <Anchor key={one.id} component="button" type="button" onClick={() => go(way.slice(0, i + 1))}>
            {one.name}
          </Anchor>
        ))}
      </Breadcrumbs>
      {!directories && !error && <Skeleton height={80} />}
      {directories?.map(({ id, name }) => (
        <NavLink
          key={id}
          component="button"
          type="button"
          label={name}
          leftSection={<IconFolder size={18} aria-hidden />}
          onClick={() => go([...way, { id, name }])}
        />
      ))}
      {directories?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noDirectories')}
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose} disabled={move.isPending}>
          {t('common:cancel')}
        </Button>
        <Button onClick={() => void send()} loading={move.isPending}>
          {here ? t('moveTo', { name: here.name }) : t('moveToTop')}
        </Button>
      </Group>
    </Stack>
  )
}

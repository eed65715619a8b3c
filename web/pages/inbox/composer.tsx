import {
  ActionIcon,
  Alert,
  Box,
  Button,
  Checkbox,
  FileButton,
  Group,
  Pill,
  SegmentedControl,
  Stack,
} from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import { IconMessage2Bolt, IconPaperclip, IconSend, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portalFetch, sendForm } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { tell } from '../../components/form.tsx'
import { useErrorSentence } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Conversation } from './boxes.ts'
import { CannedManager } from './canned-manager.tsx'
import { keepDraft, readDraft, type Kind } from './drafts.ts'
import { CannedPicker } from './pickers.tsx'
import { conversationQuery, refresh } from './queries.ts'
import { RichText } from './rich-text.tsx'
import { useEditorText } from './use-editor-text.ts'

interface ComposerProps {
  conversation: Conversation
  kind: Kind
  onKind(kind: Kind): void
  onWriting(writing: boolean): void
  onArchived(): void
  /** How often the editor was asked for by its key. */
  focus: number
}

const MOST_FILES = 20
/** Nobody writes who has not for so long. */
const STILL_MS = 8_000

/** Where one answers, or notes something. Begins with what was left unfinished; mount it anew for another conversation or kind. */
export function Composer({ conversation, kind, onKind, onWriting, onArchived, focus }: ComposerProps) {
  const { t } = useTranslation('inbox')
  const { company, may } = useMe()
  const format = useFormat()
  const queries = useQueryClient()
  const sentence = useErrorSentence()
  const { id } = conversation
  const [files, setFiles] = useState<File[]>([])
  const [archive, setArchive] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ReactNode>()
  const [picking, setPicking] = useState(false)
  const [managing, setManaging] = useState(false)
  const [html, setHtml] = useState(() => readDraft(company.id, id, kind))
  const [typed, setTyped] = useState(0)
  const label = kind === 'reply' ? t('replyLabel') : t('noteLabel')
  const editor = useEditorText({
    label,
    initial: html,
    onChange(text) {
      setHtml(text)
      keepDraft(company.id, id, kind, text)
      setTyped((times) => times + 1)
    },
    onSend: () => void send(),
    ...(kind === 'reply' ? { onHash: () => setPicking(true) } : {}),
  })
  useEffect(() => {
    if (focus > 0) editor.commands.focus('end')
  }, [focus, editor])
  useEffect(() => {
    if (typed === 0) return
    onWriting(true)
    const timer = setTimeout(() => onWriting(false), STILL_MS)
    return () => clearTimeout(timer)
  }, [typed, onWriting])
  useEffect(() => () => onWriting(false), [onWriting])

  const unfilled = /\{\{\w+\}\}/.exec(html)?.[0]
  const attach = (more: File[]) => setFiles((all) => [...all, ...more].slice(0, MOST_FILES))

  async function send() {
    if (editor.isEmpty || busy || unfilled) return
    setBusy(true)
    setProblem(undefined)
    try {
      const message = editor.getHTML()
      const path = { params: { path: { ticketId: id } } }
      if (kind === 'note') {
        const { data } = await portalFetch.POST('/inbox/{ticketId}/notes', { ...path, body: { message } })
        queries.setQueryData(conversationQuery(id).queryKey, data)
      } else {
        const form = new FormData()
        form.set('message', message)
        if (archive) form.set('archive', 'true')
        for (const file of files) form.append('attachments', file)
        queries.setQueryData(
          conversationQuery(id).queryKey,
          await sendForm<Conversation>('POST', `/api/portal/inbox/${id}/messages`, form),
        )
      }
      keepDraft(company.id, id, kind, '')
      editor.commands.clearContent(true)
      setFiles([])
      tell(kind === 'note' ? t('done.noted') : archive ? t('done.sentArchived') : t('done.sent'))
      onWriting(false)
      void refresh(queries, [id])
      if (kind === 'reply' && archive) onArchived()
    } catch (error) {
      setProblem(sentence(error))
    } finally {
      setBusy(false)
    }
  }

  async function insert(cannedAnswerId: string) {
    setPicking(false)
    try {
      const { data } = await portalFetch.GET('/inbox/{ticketId}/canned-answers/{cannedAnswerId}', {
        params: { path: { ticketId: id, cannedAnswerId } },
      })
      editor.chain().focus().insertContent(data!.html).run()
    } catch (error) {
      setProblem(sentence(error))
    }
  }

  return (
    <Box component="section" aria-label={label} className={kind === 'note' ? 'inbox-note' : undefined} p="xs">
      <Dropzone
        onDrop={attach}
        activateOnClick={false}
        disabled={kind === 'note'}
        multiple
        className="inbox-drop"
        style={{ border: 0, padding: 0, background: 'none', cursor: 'default' }}
        inputProps={{ 'aria-label': t('attach') }}
        enablePointerEvents
      >
        <Stack gap="xs">
          <Group justify="space-between" gap="xs">
            <SegmentedControl
              size="xs"
              value={kind}
              onChange={(value) => onKind(value)}
              data={[
                { value: 'reply', label: t('reply') },
                { value: 'note', label: t('note') },
              ]}
              aria-label={t('kind')}
            />
          </Group>
          <RichText editor={editor}>
            {kind === 'reply' && (
              <Group gap={4}>
                <FileButton onChange={attach} multiple inputProps={{ 'aria-label': t('attach') }}>
                  {(props) => (
                    <ActionIcon {...props} variant="subtle" color="gray" aria-label={t('attach')}>
                      <IconPaperclip size={16} aria-hidden />
                    </ActionIcon>
                  )}
                </FileButton>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('canned')}
                  onClick={() => setPicking(true)}
                >
                  <IconMessage2Bolt size={16} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </RichText>
          {files.length > 0 && (
            <Pill.Group aria-label={t('attachments')}>
              {files.map((file, i) => (
                <Pill
                  key={`${file.name} ${i}`}
                  size="md"
                  withRemoveButton
                  removeButtonProps={{
                    'aria-label': t('removeFile', { name: file.name }),
                    tabIndex: 0,
                    'aria-hidden': false,
                    icon: <IconX size={12} aria-hidden />,
                  }}
                  onRemove={() => setFiles(files.filter((one) => one !== file))}
                >
                  {`${file.name} (${format.bytes(file.size)})`}
                </Pill>
              ))}
            </Pill.Group>
          )}
          {unfilled && (
            <Alert color="yellow" variant="light" role="status" p="xs">
              {t('unfilled', { placeholder: unfilled })}
            </Alert>
          )}
          {problem && (
            <Alert color="red" variant="light" role="alert" p="xs">
              {problem}
            </Alert>
          )}
          <Group justify="space-between" gap="xs">
            {kind === 'reply' ? (
              <Checkbox
                size="xs"
                label={t('archiveToo')}
                checked={archive}
                onChange={(event) => setArchive(event.currentTarget.checked)}
              />
            ) : (
              <Box fz="xs" c="dimmed">
                {t('noteAbout')}
              </Box>
            )}
            <Button
              size="xs"
              onClick={() => void send()}
              loading={busy}
              disabled={editor.isEmpty || unfilled !== undefined}
              leftSection={<IconSend size={14} aria-hidden />}
            >
              {kind === 'reply' ? t('send') : t('addNote')}
            </Button>
          </Group>
        </Stack>
      </Dropzone>
      <CannedPicker
        opened={picking}
        onClose={() => setPicking(false)}
        onPick={(canned) => void insert(canned)}
        onManage={
          may('tickets:write')
            ? () => {
                setPicking(false)
                setManaging(true)
              }
            : undefined
        }
      />
      <CannedManager opened={managing} onClose={() => setManaging(false)} />
    </Box>
  )
}

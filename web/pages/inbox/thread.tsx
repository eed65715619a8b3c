import { Anchor, Box, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconArrowMerge, IconLock, IconPaperclip } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Moment } from '../../components/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Conversation } from './boxes.ts'
import { MessageHtml } from './message-html.tsx'
import { ScrollRegion } from './scroll-region.tsx'

type Message = Conversation['messages'][number]
type Note = Conversation['notes'][number]

/** What was said and noted, in order. */
export function Thread({
  conversation,
  onUndoMerge,
}: {
  conversation: Conversation
  onUndoMerge: ((id: string) => void) | undefined
}) {
  const { t } = useTranslation('inbox')
  const frame = useRef<HTMLDivElement>(null)
  const { id, messages, notes, merges } = conversation
  const count = messages.length + notes.length
  useEffect(() => {
    if (id && count > 0) frame.current?.scrollTo({ top: frame.current.scrollHeight })
  }, [id, count])
  const entries = [
    ...messages.map((message) => ({ at: message.postedAt, message, note: undefined, id: message.id })),
    ...notes.map((note) => ({ at: note.postedAt, message: undefined, note, id: note.id })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <ScrollRegion ref={frame} label={t('said')}>
      <Stack p="md" gap="sm">
        {merges.map((merge, i) => (
          <Group key={merge.id} gap="xs" fz="sm" c="dimmed">
            <IconArrowMerge size={16} aria-hidden />
            <span>{t('takenUp', { title: merge.title })}</span>
            {i === 0 && onUndoMerge && (
              <Button size="compact-xs" variant="default" onClick={() => onUndoMerge(merge.id)}>
                {t('undoMerge')}
              </Button>
            )}
          </Group>
        ))}
        <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {entries.map(({ message, note, id: key }) => (
            <li key={key}>{message ? <Said message={message} ticketId={id} /> : <Noted note={note} />}</li>
          ))}
        </Stack>
      </Stack>
    </ScrollRegion>
  )
}

function Said({ message, ticketId }: { message: Message; ticketId: string }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const ours = message.from === 'company'
  return (
    <Paper withBorder p="sm" className={ours ? 'inbox-ours' : 'inbox-theirs'}>
      <Group justify="space-between" gap="xs" mb={4}>
        <Text size="sm" fw={600}>
          {message.colleague
            ? t('colleagueOf', { name: message.colleague, company: message.author })
            : message.author}
        </Text>
        <Text size="xs" c="dimmed">
          <Moment at={message.postedAt} />
        </Text>
      </Group>
      <MessageHtml html={message.html} />
      {message.attachments.length > 0 && (
        <Stack
          gap={4}
          mt="xs"
          component="ul"
          p={0}
          m={0}
          style={{ listStyle: 'none' }}
          aria-label={t('attachments')}
        >
          {message.attachments.map(({ id, name, sizeBytes }) => (
            <Group key={id} gap={6} component="li" wrap="nowrap">
              <IconPaperclip size={14} aria-hidden />
              <Anchor
                size="sm"
                href={`/api/portal/inbox/${ticketId}/messages/${message.id}/attachments/${id}`}
                download={name}
              >
                {`${name} (${format.bytes(sizeBytes)})`}
              </Anchor>
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  )
}

function Noted({ note }: { note: Note }) {
  const { t } = useTranslation('inbox')
  return (
    <Paper withBorder p="sm" className="inbox-note">
      <Group justify="space-between" gap="xs" mb={4}>
        <Group gap={6}>
          <IconLock size={14} aria-hidden />
          <Text size="sm" fw={600}>
            {t('noteBy', { name: note.author })}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          <Moment at={note.postedAt} />
        </Text>
      </Group>
      <Box>
        <MessageHtml html={note.html} />
      </Box>
    </Paper>
  )
}

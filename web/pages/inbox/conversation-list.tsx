import { Avatar, Box, Button, Center, Group, Loader, Skeleton, Stack, Text, Tooltip } from '@mantine/core'
import { IconClock, IconHeadset, IconInbox, IconPaperclip, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, ErrorState } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Box as InboxBox, Entry } from './boxes.ts'
import type { useList } from './queries.ts'
import type { Present } from './use-live.ts'

interface ListProps {
  list: ReturnType<typeof useList>
  entries: Entry[]
  box: InboxBox
  q: string | undefined
  openId: string | undefined
  /** Where the keys are. */
  at: string | undefined
  present: Present[]
}

const ROW = 84

/** The conversations of a box, as many as there are: only those on the screen are made, more come as one goes down. */
export function ConversationList({ list, entries, box, q, openId, at, present }: ListProps) {
  const { t } = useTranslation(['inbox', 'common'])
  const frame = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (i) => entries[i]!.id,
    overscan: 8,
  })
  const items = rows.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= entries.length - 10) void fetchNextPage()
  }, [last, entries.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  const atIndex = entries.findIndex(({ id }) => id === at)
  useEffect(() => {
    if (atIndex >= 0) rows.scrollToIndex(atIndex, { align: 'auto' })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the virtualizer is the same one throughout
  }, [atIndex])

  if (list.error && entries.length === 0)
    return (
      <Box p="sm">
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </Box>
    )
  if (list.isPending)
    return (
      <Stack gap="sm" p="sm" role="status" aria-label={t('common:loading')}>
        {Array.from({ length: 7 }, (_, i) => (
          <Skeleton key={i} height={ROW - 16} />
        ))}
      </Stack>
    )
  if (entries.length === 0)
    return q === undefined ? (
      <EmptyState icon={<IconInbox />} title={t(`empty.${box}.title`)}>
        {t(`empty.${box}.text`)}
      </EmptyState>
    ) : (
      <EmptyState icon={<IconSearch />} title={t('notFound.title')}>
        {t('notFound.text', { q })}
      </EmptyState>
    )
  return (
    <div ref={frame} className="inbox-scroll">
      <ul className="inbox-rows" style={{ height: rows.getTotalSize() }} aria-label={t('conversations')}>
        {items.map(({ index, key, start }) => {
          const entry = entries[index]!
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={hasNextPage ? -1 : entries.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row
                entry={entry}
                open={entry.id === openId}
                at={entry.id === at}
                present={present.filter(({ conversationId }) => conversationId === entry.id)}
              />
            </li>
          )
        })}
      </ul>
      {isFetchingNextPage && (
        <Center p="sm">
          <Loader size="sm" />
        </Center>
      )}
      {list.isFetchNextPageError && (
        <Center p="sm">
          <Button size="xs" variant="default" onClick={() => void fetchNextPage()}>
            {t('common:retry')}
          </Button>
        </Center>
      )}
    </div>
  )
}

function Row({ entry, open, at, present }: { entry: Entry; open: boolean; at: boolean; present: Present[] }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const { id, title, customerName, lastMessage, lastFrom, lastMessageAt, unread, assignee } = entry
  return (
    <Link
      to="/desk/inbox/$ticketId"
      params={{ ticketId: id }}
      search
      className="inbox-row"
      aria-current={open ? 'true' : undefined}
      data-at={at || undefined}
      data-unread={unread || undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={unread ? 700 : 500} truncate>
          {unread && <span className="inbox-dot" role="img" aria-label={t('new')} />}
          {customerName ?? t('somebody')}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }} component="time" dateTime={lastMessageAt}>
          {format.ago(lastMessageAt)}
        </Text>
      </Group>
      <Text size="sm" truncate fw={unread ? 600 : 400}>
        {title}
      </Text>
      <Group justify="space-between" wrap="nowrap" gap={6} mih={20}>
        <Text size="xs" c="dimmed" truncate>
          {lastFrom === 'company' && `${t('us')} `}
          {lastMessage}
        </Text>
        <Group gap={4} wrap="nowrap">
          {entry.hasAttachments && <IconPaperclip size={14} role="img" aria-label={t('withAttachments')} />}
          {entry.withSupport && <IconHeadset size={14} role="img" aria-label={t('withSupport')} />}
          {entry.snoozedUntil && (
            <IconClock
              size={14}
              role="img"
              aria-label={t('snoozedUntil', { when: format.moment(entry.snoozedUntil) })}
            />
          )}
          {assignee && <Face name={assignee.name} about={t('assignedTo', { name: assignee.name })} />}
          {present.map(({ colleagueId, name, writing }) => (
            <Face
              key={colleagueId}
              name={name}
              here
              about={writing ? t('writes', { name }) : t('reads', { name })}
            />
          ))}
        </Group>
      </Group>
    </Link>
  )
}

/** A person, by the first letters; a ring around who is there now. */
export function Face({ name, about, here = false }: { name: string; about: string; here?: boolean }) {
  return (
    <Tooltip label={about}>
      <Avatar
        size={20}
        radius="xl"
        name={name}
        role="img"
        aria-label={about}
        className={here ? 'inbox-here' : undefined}
      />
    </Tooltip>
  )
}

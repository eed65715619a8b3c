import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Group,
  Menu,
  Skeleton,
  Stack,
  Text,
  Title,
  Tooltip,
} from '@mantine/core'
import {
  IconArchive,
  IconArchiveOff,
  IconArrowLeft,
  IconArrowMerge,
  IconClock,
  IconClockOff,
  IconDots,
  IconFileInvoice,
  IconHeadset,
  IconMail,
  IconUserPlus,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import { useMe } from '../../client/me.ts'
import { ErrorState } from '../../components/states.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { Conversation } from './boxes.ts'
import { Face } from './conversation-list.tsx'
import type { Kind } from './drafts.ts'
import { changeInLists, useConversation } from './queries.ts'
import { Thread } from './thread.tsx'
import type { Present } from './use-live.ts'

/** With its editor it is as large as all the rest of the inbox: it is fetched while one reads. */
const composer = () => import('./composer.tsx')
const Composer = lazy(async () => ({ default: (await composer()).Composer }))

export interface PaneActs {
  onBack(): void
  onArchive(one: Conversation): void
  onReopen(one: Conversation): void
  onWake(one: Conversation): void
  onSupport(one: Conversation): void
  onUnread(one: Conversation): void
  onUndoMerge(one: Conversation, mergedId: string): void
  onAsk(what: 'assign' | 'snooze' | 'merge'): void
  onInvoice(): void
  onAnsweredAndArchived(): void
}

interface PaneProps extends PaneActs {
  ticketId: string
  /** The only pane, on a phone: its title is the page's. */
  alone: boolean
  showsInvoice: boolean
  kind: Kind
  onKind(kind: Kind): void
  /** How often the editor was asked for by its key. */
  focus: number
  onWriting(writing: boolean): void
  others: Present[]
}

export function ConversationPane(props: PaneProps) {
  const { t } = useTranslation(['inbox', 'common'])
  const { ticketId, alone, kind, others } = props
  const { may } = useMe()
  const { data: one, error, refetch } = useConversation(ticketId)
  useMarkRead(one)
  useEffect(() => void composer(), [])
  const heading = useRef<HTMLHeadingElement>(null)
  const loaded = one?.id
  useEffect(() => {
    if (loaded && alone) heading.current?.focus({ preventScroll: true })
  }, [loaded, alone])
  const back = (
    <ActionIcon variant="subtle" color="gray" onClick={props.onBack} aria-label={t('toList')} hiddenFrom="sm">
      <IconArrowLeft size={20} aria-hidden />
    </ActionIcon>
  )
  if (error)
    return (
      <Box p="sm">
        {back}
        <Title order={alone ? 1 : 2} size="h4">
          {t('conversation')}
        </Title>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Box>
    )
  if (!one)
    return (
      <Stack p="md" role="status" aria-label={t('common:loading')}>
        <Skeleton height={28} width="60%" />
        <Skeleton height={90} />
        <Skeleton height={90} />
      </Stack>
    )
  return (
    <>
      <Box px="md" py="xs" className="inbox-head">
        <Group wrap="nowrap" gap="xs" align="flex-start">
          {back}
          <Box miw={0} flex={1}>
            <Title
              order={alone ? 1 : 2}
              size="h4"
              lineClamp={2}
              ref={heading}
              tabIndex={-1}
              style={{ outline: 'none' }}
            >
              {one.title}
            </Title>
            <About one={one} />
          </Box>
          {others.map(({ colleagueId, name, writing }) => (
            <Face
              key={colleagueId}
              name={name}
              here
              about={writing ? t('writes', { name }) : t('reads', { name })}
            />
          ))}
        </Group>
        <Group gap={4} mt={6}>
          {may('tickets:write') && <Buttons one={one} {...props} />}
          {one.invoiceId && !props.showsInvoice && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={props.onInvoice}
              leftSection={<IconFileInvoice size={16} aria-hidden />}
            >
              {t('invoice')}
            </Button>
          )}
        </Group>
        <Text size="xs" role="status" c="dimmed" mih={0}>
          {others
            .filter(({ writing }) => writing)
            .map(({ name }) => t('writes', { name }))
            .join(' ')}
        </Text>
      </Box>
      <Thread
        conversation={one}
        onUndoMerge={may('tickets:write') ? (id) => props.onUndoMerge(one, id) : undefined}
      />
      {may('tickets:write') &&
        (one.source === 'chat' ? (
          <Text p="md" size="sm" c="dimmed">
            {t('chat')}
          </Text>
        ) : (
          <Suspense fallback={<Skeleton h={190} radius={0} />}>
            <Composer
              key={`${one.id} ${kind}`}
              focus={props.focus}
              conversation={one}
              kind={kind}
              onKind={props.onKind}
              onWriting={props.onWriting}
              onArchived={props.onAnsweredAndArchived}
            />
          </Suspense>
        ))}
    </>
  )
}

const colors = { unanswered: 'balie', answered: 'teal', archived: 'gray' } as const

function About({ one }: { one: Conversation }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  return (
    <Group gap={6} fz="sm" c="dimmed">
      <Badge size="sm" variant="light" tt="none" color={colors[one.state]}>
        {t(`state.${one.state}`)}
      </Badge>
      {one.customerName && <span>{one.customerName}</span>}
      {one.invoiceNumber && <span>· {t('about', { number: one.invoiceNumber })}</span>}
      {one.assignee && <span>· {t('assignedTo', { name: one.assignee.name })}</span>}
      {one.withSupport && <span>· {t('withSupport')}</span>}
      {one.snoozedUntil && <span>· {t('snoozedUntil', { when: format.moment(one.snoozedUntil) })}</span>}
    </Group>
  )
}

function Buttons({ one, ...acts }: { one: Conversation } & PaneActs) {
  const { t } = useTranslation('inbox')
  const archived = one.state === 'archived'
  return (
    <>
      {archived ? (
        <Do
          label={t('reopen')}
          onClick={() => acts.onReopen(one)}
          icon={<IconArchiveOff size={18} aria-hidden />}
        />
      ) : (
        <Do
          label={t('archive')}
          onClick={() => acts.onArchive(one)}
          icon={<IconArchive size={18} aria-hidden />}
        />
      )}
      <Do
        label={t('assign')}
        onClick={() => acts.onAsk('assign')}
        icon={<IconUserPlus size={18} aria-hidden />}
      />
      {one.snoozedUntil ? (
        <Do
          label={t('wake')}
          onClick={() => acts.onWake(one)}
          icon={<IconClockOff size={18} aria-hidden />}
        />
      ) : (
        !archived && (
          <Do
            label={t('snooze')}
            onClick={() => acts.onAsk('snooze')}
            icon={<IconClock size={18} aria-hidden />}
          />
        )
      )}
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <ActionIcon variant="default" aria-label={t('moreActs')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconHeadset size={16} aria-hidden />} onClick={() => acts.onSupport(one)}>
            {one.withSupport ? t('takeFromSupport') : t('handToSupport')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowMerge size={16} aria-hidden />}
            onClick={() => acts.onAsk('merge')}
          >
            {t('merge')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMail size={16} aria-hidden />} onClick={() => acts.onUnread(one)}>
            {t('markUnread')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function Do({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" onClick={onClick} aria-label={label}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
}

/** What is on the screen has been read, once the page is in front of somebody. */
function useMarkRead(one: Conversation | undefined): void {
  const queries = useQueryClient()
  const id = one?.id
  const messageId = one?.messages.at(-1)?.id
  useEffect(() => {
    if (!id || !messageId) return
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      portalFetch
        .PUT('/inbox/{ticketId}/read', { params: { path: { ticketId: id } }, body: { messageId } })
        .then(() => changeInLists(queries, id, { unread: false }))
        .catch(() => {})
    }
    mark()
    document.addEventListener('visibilitychange', mark)
    return () => document.removeEventListener('visibilitychange', mark)
  }, [queries, id, messageId])
}

import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { portalFetch } from '../../client/client.ts'
import { useErrorSentence } from '../../components/states.tsx'
import type { Conversation, Entry } from './boxes.ts'
import { changeInLists, conversationQuery, INBOX, refresh } from './queries.ts'

interface Act {
  id: string
  /** What was done, in a few words. */
  said: string
  /** How it looks at once, before the server has said so. */
  change?: Partial<Entry>
  /** It leaves the list that is on the screen. */
  leaves?: boolean
  send(): Promise<unknown>
  undo?: () => Promise<unknown>
}

const UNDO_MS = 8_000

/** What one does to a conversation: seen at once, sent, taken back by a button for a while; where it fails, seen as it is. */
export function useActs() {
  const { t } = useTranslation('inbox')
  const queries = useQueryClient()
  const sentence = useErrorSentence()

  const fail = (error: unknown) =>
    notifications.show({ color: 'red', message: sentence(error), autoClose: 8000 })

  async function run({ id, said, change, leaves = false, send, undo }: Act): Promise<boolean> {
    await queries.cancelQueries({ queryKey: [...INBOX, 'list'] })
    if (leaves) changeInLists(queries, id, null)
    else if (change) changeInLists(queries, id, change)
    if (change)
      queries.setQueryData<Conversation>(
        conversationQuery(id).queryKey,
        (one) => one && { ...one, ...change },
      )
    try {
      await send()
    } catch (error) {
      fail(error)
      await refresh(queries, [id])
      return false
    }
    const note = `undo ${id} ${said}`
    notifications.show({
      id: note,
      autoClose: undo ? UNDO_MS : 3000,
      withCloseButton: false,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">{said}</Text>
          {undo && (
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(note)
                void undo()
                  .catch(fail)
                  .finally(() => refresh(queries, [id]))
              }}
            >
              {t('undo')}
            </Button>
          )}
        </Group>
      ),
    })
    void refresh(queries, [id])
    return true
  }

  const path = (ticketId: string) => ({ params: { path: { ticketId } } })
  const reopen = (id: string) => portalFetch.POST('/inbox/{ticketId}/reopen', path(id))
  const archive = (id: string) => portalFetch.POST('/inbox/{ticketId}/archive', path(id))
  const wake = (id: string) => portalFetch.DELETE('/inbox/{ticketId}/snooze', path(id))
  const snooze = (id: string, until: string) =>
    portalFetch.PUT('/inbox/{ticketId}/snooze', { ...path(id), body: { until } })
  const assign = (id: string, assigneeId: string | null) =>
    portalFetch.PUT('/inbox/{ticketId}/assignee', { ...path(id), body: { assigneeId } })
  const support = (id: string) => portalFetch.POST('/inbox/{ticketId}/assign-to-support', path(id))
  const unsupport = (id: string) => portalFetch.DELETE('/inbox/{ticketId}/assign-to-support', path(id))

  return {
    fail,
    archive: ({ id }: { id: string }) =>
      run({
        id,
        said: t('done.archived'),
        change: { state: 'archived', snoozedUntil: null },
        leaves: true,
        send: () => archive(id),
        undo: () => reopen(id),
      }),
    reopen: ({ id }: { id: string }) =>
      run({ id, said: t('done.reopened'), leaves: true, send: () => reopen(id), undo: () => archive(id) }),
    snooze: ({ id, snoozedUntil }: Conversation, until: string, when: string) =>
      run({
        id,
        said: t('done.snoozed', { when }),
        change: { snoozedUntil: until },
        leaves: true,
        send: () => snooze(id, until),
        undo: () => (snoozedUntil === null ? wake(id) : snooze(id, snoozedUntil)),
      }),
    wake: ({ id, snoozedUntil }: Conversation) =>
      run({
        id,
        said: t('done.woken'),
        change: { snoozedUntil: null },
        leaves: true,
        send: () => wake(id),
        undo: () => (snoozedUntil === null ? Promise.resolve() : snooze(id, snoozedUntil)),
      }),
    assign: ({ id, assignee: before }: Conversation, assignee: { id: string; name: string } | null) =>
      run({
        id,
        said: assignee ? t('done.assigned', { name: assignee.name }) : t('done.unassigned'),
        change: { assignee },
        send: () => assign(id, assignee?.id ?? null),
        undo: () => assign(id, before?.id ?? null),
      }),
    support: ({ id, withSupport }: Conversation) =>
      run({
        id,
        said: withSupport ? t('done.taken') : t('done.handed'),
        change: { withSupport: !withSupport },
        send: () => (withSupport ? unsupport(id) : support(id)),
        undo: () => (withSupport ? support(id) : unsupport(id)),
      }),
    unread: ({ id }: { id: string }) =>
      run({
        id,
        said: t('done.unread'),
        change: { unread: true },
        send: () => portalFetch.PUT('/inbox/{ticketId}/read', { ...path(id), body: { messageId: null } }),
      }),
    /** Returns the conversation that is left. */
    async merge(one: Conversation, otherId: string): Promise<string | undefined> {
      try {
        const { data } = await portalFetch.POST('/inbox/{ticketId}/merges', {
          ...path(one.id),
          body: { ticketId: otherId },
        })
        const left = data!.id
        const gone = left === one.id ? otherId : one.id
        await run({
          id: left,
          said: t('done.merged'),
          send: async () => queries.setQueryData(conversationQuery(left).queryKey, data),
          undo: () => unmerge(left, gone),
        })
        return left
      } catch (error) {
        fail(error)
        return undefined
      }
    },
    async undoMerge(id: string, mergedId: string): Promise<void> {
      await run({ id, said: t('done.unmerged'), send: () => unmerge(id, mergedId) })
    },
  }

  async function unmerge(ticketId: string, mergedId: string) {
    const { data } = await portalFetch.DELETE('/inbox/{ticketId}/merges/{mergedId}', {
      params: { path: { ticketId, mergedId } },
    })
    queries.setQueryData(conversationQuery(ticketId).queryKey, data)
    await refresh(queries)
  }
}

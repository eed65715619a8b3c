import './inbox.css'
import { Drawer, Kbd } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMessages } from '@tabler/icons-react'
import { getRouteApi, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../client/me.ts'
import { EmptyState } from '../../components/states.tsx'
import { ConversationList } from './conversation-list.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import type { Kind } from './drafts.ts'
import { Help } from './help.tsx'
import { InvoicePane } from './invoice-pane.tsx'
import { useKeys, useKeysWanted } from './keys.ts'
import { ListHead } from './list-head.tsx'
import { AssignPicker, MergePicker, SnoozePicker } from './pickers.tsx'
import { useConversation, useList } from './queries.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { useActs } from './use-acts.tsx'
import { useLive, useOwnPresence } from './use-live.ts'

const route = getRouteApi('/desk/inbox')

type Asking = 'assign' | 'snooze' | 'merge'

export function InboxPage() {
  const { t } = useTranslation(['inbox', 'common'])
  const navigate = useNavigate()
  const { box = 'unanswered', q } = route.useSearch()
  const { ticketId } = useParams({ strict: false })
  const { user, may } = useMe()
  const acts = useActs()
  const list = useList(box, q)
  const entries = useMemo(() => list.data?.pages.flatMap(({ data }) => data) ?? [], [list.data])
  const { data: one } = useConversation(ticketId)
  const [moved, setMoved] = useState<{ from: string | undefined; at: string }>()
  const at = moved?.from === ticketId ? moved?.at : ticketId
  const [kind, setKind] = useState<Kind>('reply')
  const [asking, setAsking] = useState<Asking>()
  const [invoiceShown, setInvoiceShown] = useState(false)
  const [help, setHelp] = useState(false)
  const [writing, setWriting] = useState(false)
  const [keysWanted, setKeysWanted] = useKeysWanted()
  const search = useRef<HTMLInputElement>(null)
  const [focus, setFocus] = useState<{ id: string; times: number }>()
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const wide = useMediaQuery('(min-width: 78em)', true, { getInitialValueInEffect: false })
  const all = useLive()
  const present = useMemo(() => all.filter(({ name }) => name !== user.name), [all, user.name])
  useOwnPresence(ticketId, writing)
  useEffect(() => {
    document.title = `${one ? `${one.title} · ` : ''}${t('title')} · Balie`
  }, [t, one])
  // A conversation that was merged with another is that other one.
  useEffect(() => {
    if (one && ticketId && one.id !== ticketId)
      void navigate({
        to: '/desk/inbox/$ticketId',
        params: { ticketId: one.id },
        search: true,
        replace: true,
      })
  }, [one, ticketId, navigate])

  const open = (id: string | undefined) =>
    id === undefined
      ? navigate({ to: '/desk/inbox', search: true })
      : navigate({ to: '/desk/inbox/$ticketId', params: { ticketId: id }, search: true })
  const index = entries.findIndex(({ id }) => id === (at ?? ticketId))
  const neighbour = (steps: 1 | -1) =>
    entries[index < 0 ? 0 : Math.min(Math.max(index + steps, 0), entries.length - 1)]?.id
  const step = (steps: 1 | -1) => {
    const next = neighbour(steps)
    if (next === undefined) return
    setMoved({ from: ticketId, at: next })
    if (ticketId !== undefined) void open(next)
  }
  /** What is done with goes, and the next comes. */
  const goOn = () => {
    const next = entries[index + 1]?.id ?? entries[index - 1]?.id
    void open(narrow ? undefined : next)
  }
  const archive = (done: { id: string }) => {
    goOn()
    void acts.archive(done)
  }
  const atEntry = entries.find(({ id }) => id === at)
  const writable = one !== undefined && may('tickets:write')
  const write = (what: Kind) => {
    if (!writable) return
    setKind(what)
    setFocus({ id: one.id, times: (focus?.times ?? 0) + 1 })
  }
  useKeys(keysWanted, {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => void (at !== undefined && open(at)),
    u: () => void open(undefined),
    r: () => write('reply'),
    n: () => write('note'),
    e: () => {
      const target = one ?? atEntry
      if (target && target.state !== 'archived' && may('tickets:write')) archive(target)
    },
    a: () => writable && setAsking('assign'),
    s: () => writable && one.state !== 'archived' && setAsking('snooze'),
    m: () => writable && setAsking('merge'),
    i: () => setInvoiceShown((shown) => !shown),
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
  })

  const stop = () => setAsking(undefined)
  const mergeWith = async (other: string) => {
    const left = one && (await acts.merge(one, other))
    if (left !== undefined && left !== ticketId) await open(left)
  }
  const showsInvoice = wide && Boolean(one?.invoiceId)
  return (
    <div
      className="inbox"
      data-open={ticketId !== undefined || undefined}
      data-invoice={showsInvoice || undefined}
    >
      <section className="inbox-list" aria-label={t('list')} hidden={narrow && ticketId !== undefined}>
        <ListHead search={search} onHelp={() => setHelp(true)} />
        <ConversationList
          key={`${box} ${q ?? ''}`}
          list={list}
          entries={entries}
          box={box}
          q={q}
          openId={ticketId}
          at={at}
          present={present}
        />
      </section>
      <section
        className="inbox-conversation"
        aria-label={t('conversation')}
        hidden={narrow && ticketId === undefined}
      >
        {ticketId === undefined ? (
          <EmptyState icon={<IconMessages />} title={t('choose.title')}>
            {t('choose.text')} <Kbd>?</Kbd>
          </EmptyState>
        ) : (
          <ConversationPane
            key={ticketId}
            ticketId={ticketId}
            alone={narrow}
            showsInvoice={showsInvoice}
            kind={kind}
            onKind={setKind}
            focus={focus?.id === ticketId ? focus.times : 0}
            onWriting={setWriting}
            others={present.filter(({ conversationId }) => conversationId === ticketId)}
            onBack={() => void open(undefined)}
            onArchive={archive}
            onReopen={(it) => void acts.reopen(it)}
            onWake={(it) => void acts.wake(it)}
            onSupport={(it) => void acts.support(it)}
            onUnread={(it) => {
              void open(undefined)
              void acts.unread(it)
            }}
            onUndoMerge={(it, id) => void acts.undoMerge(it.id, id)}
            onAsk={setAsking}
            onInvoice={() => setInvoiceShown(true)}
            onAnsweredAndArchived={goOn}
          />
        )}
      </section>
      {showsInvoice && (
        <div className="inbox-invoice">
          <ScrollRegion label={t('invoice')}>
            <InvoicePane key={one!.invoiceId} invoiceId={one!.invoiceId!} ticketId={one!.id} />
          </ScrollRegion>
        </div>
      )}
      <Drawer
        opened={invoiceShown && !showsInvoice && Boolean(one?.invoiceId)}
        onClose={() => setInvoiceShown(false)}
        position="right"
        title={t('invoice')}
        size="md"
        styles={{ body: { padding: 0 } }}
        closeButtonProps={{ 'aria-label': t('common:close'), mr: 'xs' }}
      >
        {one?.invoiceId && <InvoicePane invoiceId={one.invoiceId} ticketId={one.id} />}
      </Drawer>
      {one && (
        <>
          <AssignPicker
            key={`assign ${asking}`}
            opened={asking === 'assign'}
            onClose={stop}
            onPick={(assignee) => {
              stop()
              void acts.assign(one, assignee)
            }}
          />
          <SnoozePicker
            key={`snooze ${asking}`}
            opened={asking === 'snooze'}
            onClose={stop}
            onPick={(until, when) => {
              stop()
              goOn()
              void acts.snooze(one, until, when)
            }}
          />
          <MergePicker
            key={`merge ${asking}`}
            opened={asking === 'merge'}
            onClose={stop}
            conversation={one}
            onPick={(other) => {
              stop()
              void mergeWith(other)
            }}
          />
        </>
      )}
      <Help opened={help} onClose={() => setHelp(false)} wanted={keysWanted} onWanted={setKeysWanted} />
    </div>
  )
}

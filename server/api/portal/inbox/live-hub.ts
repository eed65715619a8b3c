import { Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import {
  listInboxChanges,
  MOST_CHANGES,
  type InboxChange,
} from '../../../domain/tickets/list-inbox-changes.ts'
import { listenToInbox } from '../../../domain/tickets/listen-to-inbox.ts'
import { listPresence } from '../../../domain/tickets/presence.ts'
import type { Company, Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { cursorOf, presentChange, presentPresence } from './present-live.ts'

/** A comment goes out so often, for proxies that close what is silent; sessions and presence are looked at again then. */
const HEARTBEAT_MS = 15_000

/** Looks at the table are at least so far apart, however often there is a notice. */
const PAUSE_MS = 100

/** Who reads so slowly that this much waits for them is let go: they come back and look at everything anew. */
const MOST_WAITING_BYTES = 1_000_000

/** Pages that one session keeps open at a time; one more, and the first is let go. */
const MOST_PER_SESSION = 8

/** One page that is open. */
interface Listener {
  sessionId: string
  stream: Readable
  /** Whether who listens may do so still. */
  allowed(): Promise<boolean>
}

/** What the open pages of one company are told, in this process. */
interface Channel {
  listeners: Set<Listener>
  tell(listener: Listener, event: string, data: unknown): void
  /** When the channel knows from where it looks. */
  ready: Promise<void>
  /** Looks whether there is something to tell. */
  look(): void
  presence(): Promise<unknown>
  stop(): void
}

export interface LiveHub {
  /** Opens a page's stream; `catchUp` is what it begins with. */
  open(company: Company, listener: Omit<Listener, 'stream'>, since: string | undefined): Promise<Readable>
  /** Ends every stream, so that the server can stop; pages come back by themselves, to another process or the next. */
  close(): void
}

const watcher = (deps: Deps, company: Company): Ctx => ({
  sql: deps.sql,
  company,
  actor: { kind: 'system', id: 'inbox', permissions: 'all' },
  now: deps.clock.now(),
})

function write(listener: Listener, text: string): void {
  const { stream } = listener
  if (stream.destroyed) return
  stream.push(text)
  if (stream.readableLength > MOST_WAITING_BYTES) stream.destroy()
}

const eventText = (event: string, data: unknown, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Ends a stream for good: the page does not come back by itself. */
function dismiss(listener: Listener, reason: 'session' | 'crowded'): void {
  write(listener, eventText('end', { reason }))
  listener.stream.push(null)
}

function openChannel(deps: Deps, company: Company, log: FastifyBaseLogger): Channel {
  const listeners = new Set<Listener>()
  let cursor: string | undefined
  /** Changes that were told and will be read once more. */
  let told = new Set<number>()
  let lastPresence = ''
  let looking = false
  let again = false

  const broadcast = (text: string) => {
    for (const listener of listeners) write(listener, text)
  }

  async function read(): Promise<void> {
    const { now, changes } = await listInboxChanges(watcher(deps, company), cursor)
    const fresh = cursor === undefined ? [] : changes.filter(({ seq }) => !told.has(seq))
    told = new Set(
      changes.filter(({ transaction }) => BigInt(transaction) >= BigInt(now)).map(({ seq }) => seq),
    )
    cursor = now
    const id = cursorOf(now, deps.clock.now())
    if (changes.length > MOST_CHANGES) broadcast(eventText('reset', {}, id))
    else if (fresh.length > 0)
      broadcast(
        eventText(
          'changes',
          fresh.map((change) => presentChange(change, company)),
          id,
        ),
      )
    const present = JSON.stringify(await presence())
    if (present !== lastPresence) broadcast(`event: presence\ndata: ${present}\n\n`)
    lastPresence = present
  }

  async function presence() {
    return (await listPresence(watcher(deps, company))).map((one) => presentPresence(one, company))
  }

  function look(): void {
    if (looking) {
      again = true
      return
    }
    looking = true
    again = false
    read()
      .catch((error: unknown) => log.warn({ err: error }, 'the inbox could not be looked at'))
      .finally(() => {
        setTimeout(() => {
          looking = false
          if (again) look()
        }, PAUSE_MS).unref()
      })
  }

  async function heartbeat(): Promise<void> {
    broadcast(': \n\n')
    await listenToInbox(watcher(deps, company))
    look()
  }
  const tryHeartbeat = () => {
    heartbeat().catch((error: unknown) => log.warn({ err: error }, 'the inbox is not listened to'))
  }
  const timer = setInterval(tryHeartbeat, HEARTBEAT_MS).unref()
  const deaf = deps.inboxNotices.when(String(company.companyId), look)
  const ready = listenToInbox(watcher(deps, company)).then(read)

  return {
    listeners,
    tell: (listener, event, data) =>
      write(listener, eventText(event, data, cursor && cursorOf(cursor, deps.clock.now()))),
    ready,
    look,
    presence,
    stop() {
      clearInterval(timer)
      deaf()
    },
  }
}

/** What missed changes a page that comes back is told; undefined where it must look at everything anew. */
async function missed(deps: Deps, company: Company, since: string): Promise<InboxChange[] | undefined> {
  const { changes, now } = await listInboxChanges(watcher(deps, company), since)
  return changes.length > MOST_CHANGES || BigInt(since) > BigInt(now) ? undefined : changes
}

/** One per process: the streams of all open pages, by company. */
export function createLiveHub(deps: Deps, log: FastifyBaseLogger): LiveHub {
  const channels = new Map<number, Channel>()
  let closed = false

  const leave = (companyId: number, channel: Channel, listener: Listener) => {
    channel.listeners.delete(listener)
    if (channel.listeners.size > 0) return
    channel.stop()
    if (channels.get(companyId) === channel) channels.delete(companyId)
  }

  /** Whoever may listen no more is dismissed: the session ended, another company was chosen, the role changed. */
  async function recheck(): Promise<void> {
    for (const { listeners } of channels.values())
      for (const listener of listeners)
        if (!(await listener.allowed().catch(() => true))) dismiss(listener, 'session')
  }
  const rechecking = () => void recheck()
  /** Begins with the first page. */
  let stopRechecking: (() => void) | undefined
  function keepRechecking() {
    const forget = deps.access.whenCleared(rechecking)
    const timer = setInterval(rechecking, HEARTBEAT_MS).unref()
    return () => {
      clearInterval(timer)
      forget()
    }
  }

  return {
    async open(company, asked, since) {
      stopRechecking ??= keepRechecking()
      let channel = channels.get(company.companyId)
      if (!channel) {
        channel = openChannel(deps, company, log)
        channels.set(company.companyId, channel)
      }
      const stream = new Readable({ read() {} })
      const listener: Listener = { ...asked, stream }
      const own = [...channel.listeners].filter(({ sessionId }) => sessionId === asked.sessionId)
      if (own.length >= MOST_PER_SESSION) dismiss(own[0]!, 'crowded')
      channel.listeners.add(listener)
      stream.once('close', () => leave(company.companyId, channel, listener))
      try {
        await channel.ready
        write(listener, 'retry: 2000\n\n')
        channel.tell(listener, 'hello', {})
        if (since !== undefined) {
          const changes = since === 'unknown' ? undefined : await missed(deps, company, since)
          if (!changes) channel.tell(listener, 'reset', {})
          else if (changes.length > 0)
            channel.tell(
              listener,
              'changes',
              changes.map((change) => presentChange(change, company)),
            )
        }
        channel.tell(listener, 'presence', await channel.presence())
      } catch (error) {
        stream.destroy()
        throw error
      }
      if (closed) stream.push(null)
      return stream
    },
    close() {
      closed = true
      stopRechecking?.()
      for (const { listeners } of channels.values()) for (const { stream } of listeners) stream.push(null)
    },
  }
}

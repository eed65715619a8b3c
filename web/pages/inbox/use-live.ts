import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { portalFetch } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'
import { refresh } from './queries.ts'

type News = components['schemas']['InboxNews']
export type Present = News['presence'][number]

/** Many changes at once are one look. */
const GATHER_MS = 250
/** Where no stream can be had, one asks instead. */
const ASK_MS = 20_000
/** To be told anew within 45 seconds. */
const RENEW_MS = 20_000

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

/** 128 random bits in base 32; also where the page came by plain http, which has no `crypto.randomUUID`. */
function newTab(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => byte % 32)
  return `tab_${digits.map((digit, i) => DIGITS[i === 0 ? digit % 8 : digit]).join('')}`
}

/** Brings what changed on the screen, a moment later. */
function gatherer(queries: QueryClient) {
  let ids = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  return (changed: readonly string[]) => {
    for (const id of changed) ids.add(id)
    timer ??= setTimeout(() => {
      void refresh(queries, [...ids])
      ids = new Set()
      timer = undefined
    }, GATHER_MS)
  }
}

/** Follows what changes in the inbox, and who is there. What was missed while the stream was away comes when it is back. */
export function useLive(): Present[] {
  const queries = useQueryClient()
  const [present, setPresent] = useState<Present[]>([])
  useEffect(() => {
    const changed = gatherer(queries)
    let asking: ReturnType<typeof setInterval> | undefined
    let cursor: string | undefined
    const ask = async () => {
      const { data } = await portalFetch.GET('/inbox/live', {
        params: { query: cursor === undefined ? {} : { since: cursor } },
      })
      if (!data) return
      if (data.reset) void refresh(queries)
      else if (data.changes.length > 0) changed(data.changes.map(({ conversationId }) => conversationId))
      cursor = data.cursor
      setPresent(data.presence)
    }
    const stream = new EventSource('/api/portal/inbox/live')
    const parsed = (event: Event) => JSON.parse((event as MessageEvent<string>).data) as unknown
    // What changed between the first look and the stream.
    stream.addEventListener('hello', () => changed([]))
    stream.addEventListener('changes', (event) =>
      changed((parsed(event) as News['changes']).map(({ conversationId }) => conversationId)),
    )
    stream.addEventListener('presence', (event) => setPresent(parsed(event) as Present[]))
    stream.addEventListener('reset', () => void refresh(queries))
    stream.addEventListener('end', () => stream.close())
    stream.addEventListener('error', () => {
      if (stream.readyState !== EventSource.CLOSED) return
      asking ??= setInterval(() => void ask().catch(() => {}), ASK_MS)
    })
    return () => {
      stream.close()
      clearInterval(asking)
    }
  }, [queries])
  return present
}

/** Lets the others see what one has before them, and whether one writes there. */
export function useOwnPresence(conversationId: string | undefined, writing: boolean): void {
  const tab = useMemo(() => newTab(), [])
  const shown = useRef(false)
  useEffect(() => {
    if (conversationId === undefined) return
    const tell = () =>
      void portalFetch
        .PUT('/inbox/presence/{tab}', { params: { path: { tab } }, body: { conversationId, writing } })
        .catch(() => {})
    tell()
    shown.current = true
    const timer = setInterval(tell, RENEW_MS)
    return () => clearInterval(timer)
  }, [tab, conversationId, writing])
  useEffect(() => {
    const leave = () => {
      if (!shown.current) return
      shown.current = false
      void portalFetch
        .DELETE('/inbox/presence/{tab}', { params: { path: { tab } }, keepalive: true })
        .catch(() => {})
    }
    if (conversationId === undefined) leave()
    window.addEventListener('pagehide', leave)
    return () => window.removeEventListener('pagehide', leave)
  }, [tab, conversationId])
  useEffect(
    () => () => {
      if (shown.current)
        void portalFetch
          .DELETE('/inbox/presence/{tab}', { params: { path: { tab } }, keepalive: true })
          .catch(() => {})
    },
    [tab],
  )
}

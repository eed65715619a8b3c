import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import { portalFetch } from '../../client/client.ts'
import type { Box, Entry } from './boxes.ts'

const PAGE = 50

/** All that is known of the inbox. */
export const INBOX = ['inbox'] as const

export const conversationQuery = (ticketId: string) =>
  queryOptions({
    queryKey: [...INBOX, 'conversation', ticketId],
    queryFn: async () =>
      (await portalFetch.GET('/inbox/{ticketId}', { params: { path: { ticketId } } })).data!,
  })

/** Nothing is asked where none is open. */
export const useConversation = (ticketId: string | undefined) =>
  useQuery({ ...conversationQuery(ticketId ?? ''), enabled: ticketId !== undefined })

/** With words: all conversations that have them, in whichever box. */
export const listQuery = (box: Box, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...INBOX, 'list', q === undefined ? box : 'search', q ?? ''],
    queryFn: async ({ pageParam, signal }) =>
      (
        await portalFetch.GET('/inbox', {
          signal,
          params: {
            query: {
              limit: PAGE,
              ...(q === undefined ? { box } : { q }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        })
      ).data!,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })

export const useList = (box: Box, q: string | undefined) => useInfiniteQuery(listQuery(box, q))

export const countsQuery = queryOptions({
  queryKey: [...INBOX, 'counts'],
  queryFn: async () => (await portalFetch.GET('/inbox/counts')).data!,
})

export const cannedQuery = queryOptions({
  queryKey: ['canned-answers'],
  queryFn: async () => (await portalFetch.GET('/canned-answers')).data!.data,
})

export const colleaguesQuery = queryOptions({
  queryKey: ['colleagues'],
  staleTime: 60_000,
  queryFn: async () => (await portalFetch.GET('/staff')).data!.colleagues,
})

interface ListPage {
  data: Entry[]
  nextCursor: string | null
}

/** A conversation as it looks in every list from now on; `null`: it is in none. */
export const changeInLists = (queries: QueryClient, id: string, change: Partial<Entry> | null) =>
  queries.setQueriesData<InfiniteData<ListPage>>(
    { queryKey: [...INBOX, 'list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({
          ...page,
          data:
            change === null
              ? page.data.filter((entry) => entry.id !== id)
              : page.data.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
        })),
      },
  )

/** Asks anew for what is on the screen; for one conversation, or for all. */
export async function refresh(queries: QueryClient, ticketIds?: readonly string[]): Promise<void> {
  if (!ticketIds) return queries.invalidateQueries({ queryKey: INBOX })
  await Promise.all([
    queries.invalidateQueries({ queryKey: [...INBOX, 'list'] }),
    queries.invalidateQueries({ queryKey: countsQuery.queryKey }),
    ...ticketIds.map((id) => queries.invalidateQueries({ queryKey: conversationQuery(id).queryKey })),
  ])
}

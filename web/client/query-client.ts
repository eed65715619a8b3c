import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { asApiError, isFinal } from './api-error.ts'
import { portal } from './client.ts'

const ME = portal.queryOptions('get', '/me').queryKey

/** Whoever is signed out meanwhile is asked to sign in again, wherever that turns out. */
const noticeSignOut = (error: unknown): void => {
  const refused = asApiError(error)
  if (refused?.status === 401 && refused.code === 'unauthenticated' && queryClient.getQueryData(ME))
    queryClient.setQueryData(ME, null)
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignOut }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => !isFinal(error) && failures < 2 },
    mutations: { retry: false },
  },
})

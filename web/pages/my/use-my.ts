import { useParams } from '@tanstack/react-router'
import { asApiError } from '../../client/api-error.ts'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'

export type My = components['schemas']['My']

export const myQuery = portal.queryOptions('get', '/my', undefined, { staleTime: 30_000 })

/** Who has signed in: undefined while that is not known, null when it is nobody. */
export function useMySession(): { my: My | null | undefined; error: unknown; retry(): void } {
  const { data, error, refetch } = portal.useQuery('get', '/my', undefined, { staleTime: 30_000 })
  const retry = () => void refetch()
  if (asApiError(error)?.status === 401) return { my: null, error: null, retry }
  return { my: data, error, retry }
}

/** Below `/my/$company`, where somebody has signed in. */
export function useMy(): My {
  const { my } = useMySession()
  if (!my) throw new Error('useMy is for the pages of a customer who has signed in')
  return my
}

/** The company of the address. */
export const useCompanyId = (): string => useParams({ strict: false }).company ?? ''

/** The thing of the address. */
export const useThingId = (): string => useParams({ strict: false }).id ?? ''

import { asApiError } from './api-error.ts'
import { portal } from './client.ts'
import type { components } from './portal.generated.ts'

export type Me = components['schemas']['Me']

export const meQuery = portal.queryOptions('get', '/me', undefined, { staleTime: 60_000 })

/** Who is signed in: undefined while that is not known, null when it is nobody. */
export function useSession(): { me: Me | null | undefined; error: unknown; retry(): void } {
  const { data, error, refetch } = portal.useQuery('get', '/me', undefined, { staleTime: 60_000 })
  const retry = () => void refetch()
  if (asApiError(error)?.status === 401) return { me: null, error: null, retry }
  return { me: data, error, retry }
}

/** Below `/desk`, where somebody has signed in and works for a company. */
export function useMe() {
  const { me } = useSession()
  if (!me?.company || !me.role) throw new Error('useMe is for the pages of the desk')
  const { company, role, permissions, user, companies } = me
  return {
    user,
    company,
    role,
    companies,
    /** Does one's role allow it? E.g. `tickets:write`. */
    may: (permission: Me['permissions'][number]) => permissions.includes(permission),
    /** Is it part of the company's plan? E.g. `offers`. */
    has: (feature: string) => (company.features as readonly string[]).includes(feature),
  }
}

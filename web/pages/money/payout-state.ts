import type { MantineColor } from '@mantine/core'
import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { portal } from '../../client/client.ts'
import type { components } from '../../client/portal.generated.ts'

export type Payout = components['schemas']['Payout']
export type PayoutState = components['schemas']['PayoutState']

export const payoutColors: Record<Payout['status'], MantineColor> = {
  open: 'gray',
  pending: 'blue',
  paidout: 'teal',
  failed: 'red',
}

/** While somebody's look is under way, it is asked again so often. */
const AGAIN_MS = 2_000

/** How well the payouts are known; when a look is over, all that it may have brought is fetched anew. */
export function usePayoutState() {
  const queries = useQueryClient()
  const state = portal.useQuery('get', '/money/payout-state', undefined, {
    refetchInterval: ({ state: { data } }) => (data?.asked ? AGAIN_MS : false),
  })
  const { lookedAt, asked } = state.data ?? {}
  useEffect(() => {
    if (lookedAt === undefined || asked) return
    for (const path of [
      '/money/payouts',
      '/money/payouts/{payoutId}',
      '/money/payouts/{payoutId}/entries',
      '/money/awaiting-payout',
    ])
      void queries.invalidateQueries({ queryKey: ['get', path] })
  }, [queries, lookedAt, asked])
  return state
}

import { useQueryClient } from '@tanstack/react-query'
import type { components } from '../../client/portal.generated.ts'

export type Import = components['schemas']['Import']

const follows = [
  '/imports',
  '/imports/{importId}',
  '/imports/{importId}/dry-run',
  '/imports/{importId}/messages',
  '/invoices',
]

/** Asks anew for what an import's change shows in. */
export function useImportAgain() {
  const client = useQueryClient()
  return () => Promise.all(follows.map((path) => client.invalidateQueries({ queryKey: ['get', path] })))
}

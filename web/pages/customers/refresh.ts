import { useQueryClient } from '@tanstack/react-query'

/** After a customer or a group has changed: whatever shows one is fetched again. */
export function useRefreshCustomers() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      (['/customers', '/customers/{customerId}', '/customer-groups'] as const).map((path) =>
        queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
}

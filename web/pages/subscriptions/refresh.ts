import { useQueryClient } from '@tanstack/react-query'

/** After a subscription or a package has changed. */
export function useRefreshSubscriptions() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [
        '/customer-subscriptions',
        '/customer-subscriptions/{subscriptionId}',
        '/customer-subscription-packages',
      ].map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
    )
}

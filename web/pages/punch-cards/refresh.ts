import { useQueryClient } from '@tanstack/react-query'

/** After cards were issued, stamped or changed. */
export function useRefreshPunchCards() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['/punch-cards', '/punch-cards/{punchCardId}', '/punch-cards/{punchCardId}/issued'].map((path) =>
        queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
}

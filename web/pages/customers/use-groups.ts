import { v1 } from '../../client/client.ts'

/** The company's groups by name, as far as a person keeps them apart: the newest hundred. */
export function useGroups() {
  const { data, error, refetch, isLoading } = v1.useQuery('get', '/customer-groups', {
    params: { query: { per_page: 100 } },
  })
  const list = (data?.data ?? []).toSorted((a, b) => a.name.localeCompare(b.name))
  return { list, error, refetch, isLoading }
}

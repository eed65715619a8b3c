import { keepPreviousData } from '@tanstack/react-query'
import { v1 } from './client.ts'

/** The names of the customers that a list names by their ids: all of them by one request. */
export function useCustomerNames(ids: readonly (string | null | undefined)[]) {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))].toSorted().slice(0, 100)
  const { data } = v1.useQuery(
    'get',
    '/customers',
    { params: { query: { ids: wanted.join(','), per_page: 100 } } },
    { enabled: wanted.length > 0, staleTime: 60_000, placeholderData: keepPreviousData },
  )
  const names = new Map(data?.data.map(({ id, companyName }) => [id, companyName]))
  return { nameOf: (id: string | null | undefined) => (id ? names.get(id) : undefined) }
}

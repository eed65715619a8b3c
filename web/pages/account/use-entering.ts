import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { meQuery, type Me } from '../../client/me.ts'

/** Goes to the desk as whoever has signed in; nothing of who was there before is seen. */
export function useEntering(next?: string) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (me: Me) => {
    queries.clear()
    queries.setQueryData(meQuery.queryKey, me)
    void navigate({ href: next ?? '/desk', replace: true })
  }
}

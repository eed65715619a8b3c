import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { meQuery } from '../../client/me.ts'
import { queryClient } from '../../client/query-client.ts'
import { rootRoute } from '../../root-route.tsx'

/** All that the staff sees: below it somebody has signed in and works for a company. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk',
  // Who one is is asked while the page itself is fetched, not after it.
  beforeLoad: () => void queryClient.prefetchQuery(meQuery),
  component: lazyRouteComponent(() => import('./desk.tsx'), 'Desk'),
})

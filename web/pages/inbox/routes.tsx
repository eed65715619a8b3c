import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'
import { isBox, type Box } from './boxes.ts'

/** The list stays where it is while one goes from conversation to conversation: they are below it. */
const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: 'inbox',
  validateSearch: ({
    box,
    q,
  }: Record<string, unknown>): { box?: Box | undefined; q?: string | undefined } => ({
    box: isBox(box) ? box : undefined,
    q: typeof q === 'string' && q !== '' ? q.slice(0, 200) : undefined,
  }),
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})

const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$ticketId',
})

export const inboxRoutes = [inboxRoute.addChildren([conversationRoute])] as const

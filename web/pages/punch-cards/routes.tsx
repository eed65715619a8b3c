import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

export const punchCardsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/punch-cards',
  component: lazyRouteComponent(() => import('./punch-cards-page.tsx'), 'PunchCardsPage'),
})

export const punchCardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/punch-cards/$punchCardId',
  component: lazyRouteComponent(() => import('./punch-card-page.tsx'), 'PunchCardPage'),
})

export const punchCardRoutes = [punchCardsRoute, punchCardRoute] as const

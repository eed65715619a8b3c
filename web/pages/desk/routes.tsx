import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from './desk-route.tsx'

const homeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
})

export const deskRoutes = [homeRoute] as const

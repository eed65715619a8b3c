import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const companyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/company',
  component: lazyRouteComponent(() => import('./company-page.tsx'), 'CompanyPage'),
})

const lookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/look',
  component: lazyRouteComponent(() => import('./look-page.tsx'), 'LookPage'),
})

const usersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/users',
  component: lazyRouteComponent(() => import('./users-page.tsx'), 'UsersPage'),
})

const planRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/plan',
  component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
})

export const companySettingsRoutes = [companyRoute, lookRoute, usersRoute, planRoute] as const

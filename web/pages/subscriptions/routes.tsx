import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const subscriptionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/subscriptions',
  /** Of which customer, and which one is looked at. */
  validateSearch: (
    search: Record<string, unknown>,
  ): { customer?: string | undefined; subscription?: string | undefined } => ({
    customer: text(search['customer']),
    subscription: text(search['subscription']),
  }),
  component: lazyRouteComponent(() => import('./subscriptions-page.tsx'), 'SubscriptionsPage'),
})

export const packagesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/packages',
  component: lazyRouteComponent(() => import('./packages-page.tsx'), 'PackagesPage'),
})

export const subscriptionRoutes = [subscriptionsRoute, packagesRoute] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const customerTabs = [
  'invoices',
  'offers',
  'subscriptions',
  'appointments',
  'punchCards',
  'agreements',
  'files',
  'conversations',
] as const
export type CustomerTab = (typeof customerTabs)[number]

export const customersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers',
  validateSearch: (
    search: Record<string, unknown>,
  ): { q?: string; group?: string; sort?: 'companyName' | '-createdAt' } => ({
    q: text(search['q']),
    group: text(search['group']),
    sort: search['sort'] === '-createdAt' ? '-createdAt' : undefined,
  }),
  component: lazyRouteComponent(() => import('./customers-page.tsx'), 'CustomersPage'),
})

export const customerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/customers/$customerId',
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: CustomerTab } => ({
    tab: customerTabs.find((one) => one === tab),
  }),
  component: lazyRouteComponent(() => import('./customer-page.tsx'), 'CustomerPage'),
})

export const groupsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/groups',
  component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
})

export const customerRoutes = [customersRoute, customerRoute, groupsRoute] as const

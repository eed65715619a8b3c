import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'
import { readSearch } from './search.ts'

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/invoices',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./invoices-page.tsx'), 'InvoicesPage'),
})

const invoiceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/invoices/$invoiceId',
  component: lazyRouteComponent(() => import('./invoice-page.tsx'), 'InvoicePage'),
})

export const invoiceRoutes = [listRoute, invoiceRoute] as const

import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { ErrorState, NotFound } from './components/states.tsx'
import { Waiting } from './components/waiting.tsx'
import { accountRoutes, entranceRoutes } from './pages/account/routes.tsx'
import { agreementRoutes } from './pages/agreements/routes.tsx'
import { appointmentRoutes } from './pages/appointments/routes.tsx'
import { customerRoutes } from './pages/customers/routes.tsx'
import { fileRoutes } from './pages/files/routes.tsx'
import { offerRoutes } from './pages/offers/routes.tsx'
import { deskRoute } from './pages/desk/desk-route.tsx'
import { deskRoutes } from './pages/desk/routes.tsx'
import { myRoutes } from './pages/my/routes.tsx'
import { inboxRoutes } from './pages/inbox/routes.tsx'
import { moneyRoutes } from './pages/money/routes.tsx'
import { settingsRoutes } from './pages/settings/routes.tsx'
import { paymentLinkRoutes } from './pages/payment-links/routes.tsx'
import { punchCardRoutes } from './pages/punch-cards/routes.tsx'
import { companySettingsRoutes } from './pages/settings-company/routes.tsx'
import { subscriptionRoutes } from './pages/subscriptions/routes.tsx'
import { importRoutes } from './pages/imports/routes.tsx'
import { invoiceRoutes } from './pages/invoices/routes.tsx'
import { rootRoute } from './root-route.tsx'

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk' })
  },
})

/** All pages. Each module lists its own. */
const routeTree = rootRoute.addChildren([
  startRoute,
  ...entranceRoutes,
  ...myRoutes,
  deskRoute.addChildren([
    ...deskRoutes,
    ...invoiceRoutes,
    ...importRoutes,
    ...accountRoutes,
    ...settingsRoutes,
    ...companySettingsRoutes,
    ...inboxRoutes,
    ...moneyRoutes,
    ...paymentLinkRoutes,
    ...punchCardRoutes,
    ...subscriptionRoutes,
    ...customerRoutes,
    ...offerRoutes,
    ...appointmentRoutes,
    ...agreementRoutes,
    ...fileRoutes,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

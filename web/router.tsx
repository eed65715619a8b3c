import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { ErrorState, NotFound } from './components/states.tsx'
import { Waiting } from './components/waiting.tsx'
import { accountRoutes } from './pages/account/routes.tsx'
import { deskRoute } from './pages/desk/desk-route.tsx'
import { deskRoutes } from './pages/desk/routes.tsx'
import { moneyRoutes } from './pages/money/routes.tsx'
import { settingsRoutes } from './pages/settings/routes.tsx'
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
  ...accountRoutes,
  deskRoute.addChildren([...deskRoutes, ...moneyRoutes, ...settingsRoutes]),
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

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

export const agreementsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agreements',
  validateSearch: ({ status }: Record<string, unknown>): { status?: 'sent' | 'signed' } => ({
    status: status === 'sent' || status === 'signed' ? status : undefined,
  }),
  component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
})

export const agreementRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/agreements/$agreementId',
  component: lazyRouteComponent(() => import('./agreement-page.tsx'), 'AgreementPage'),
})

export const agreementRoutes = [agreementsRoute, agreementRoute] as const

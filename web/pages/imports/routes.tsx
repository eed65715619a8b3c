import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const listRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
})

export const importSteps = ['invoices', 'settings', 'preview', 'transmit', 'progress'] as const
export type ImportStep = (typeof importSteps)[number]

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/imports/$importId',
  validateSearch: ({ step, invoice }: Record<string, unknown>): { step?: ImportStep; invoice?: string } => ({
    ...(importSteps.includes(step as ImportStep) ? { step: step as ImportStep } : {}),
    // Whose messages are looked at.
    ...(typeof invoice === 'string' ? { invoice } : {}),
  }),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})

export const importRoutes = [listRoute, importRoute] as const

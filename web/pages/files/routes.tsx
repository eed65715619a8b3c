import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

export const filesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/files',
  validateSearch: (
    search: Record<string, unknown>,
  ): { directory?: string; q?: string; sort?: 'name' | '-createdAt' } => ({
    directory: text(search['directory']),
    q: text(search['q']),
    sort: search['sort'] === '-createdAt' ? '-createdAt' : undefined,
  }),
  component: lazyRouteComponent(() => import('./files-page.tsx'), 'FilesPage'),
})

export const fileRequestsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/files/requests',
  validateSearch: ({ request }: Record<string, unknown>): { request?: string } => ({
    request: text(request),
  }),
  component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
})

export const fileSharesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/files/shares',
  component: lazyRouteComponent(() => import('./shares-page.tsx'), 'SharesPage'),
})

export const fileRoutes = [filesRoute, fileRequestsRoute, fileSharesRoute] as const

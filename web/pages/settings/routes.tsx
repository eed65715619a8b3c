import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** What the audit trail is narrowed to, as the address bar has it. */
export interface AuditSearch {
  actor?: string | undefined
  type?: string | undefined
  subject?: string | undefined
  from?: string | undefined
  until?: string | undefined
  q?: string | undefined
}

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings',
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/keys',
    component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/partners',
    component: lazyRouteComponent(() => import('./partners-page.tsx'), 'PartnersPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/webhooks',
    component: lazyRouteComponent(() => import('./webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/webhooks/$webhookId',
    component: lazyRouteComponent(() => import('./webhook-page.tsx'), 'WebhookPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/apps',
    component: lazyRouteComponent(() => import('./apps-page.tsx'), 'AppsPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/connections',
    component: lazyRouteComponent(() => import('./connections-page.tsx'), 'ConnectionsPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/audit',
    validateSearch: (search: Record<string, unknown>): AuditSearch => ({
      actor: text(search['actor']),
      type: text(search['type']),
      subject: text(search['subject']),
      from: text(search['from']),
      until: text(search['until']),
      q: text(search['q']),
    }),
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/privacy',
    component: lazyRouteComponent(() => import('./privacy-page.tsx'), 'PrivacyPage'),
  }),
  createRoute({
    getParentRoute: () => deskRoute,
    path: '/settings/developers',
    component: lazyRouteComponent(() => import('./developers-page.tsx'), 'DevelopersPage'),
  }),
] as const

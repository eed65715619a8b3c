import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'
import { readPeriod } from './period.ts'

const moneyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/money',
  validateSearch: readPeriod,
  component: lazyRouteComponent(() => import('./money-page.tsx'), 'MoneyPage'),
})

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

const ageingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/money/ageing',
  validateSearch: (search: Record<string, unknown>): { asOf?: string; by?: 'customer' | 'import' } => {
    const asOf = text(search['asOf'])
    return {
      ...(asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? { asOf } : {}),
      ...(search['by'] === 'import' ? { by: 'import' as const } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./ageing-page.tsx'), 'AgeingPage'),
})

const payoutsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/money/payouts',
  /** The days that are told, and the payout that is looked at. */
  validateSearch: (search: Record<string, unknown>): ReturnType<typeof readPeriod> & { payout?: string } => {
    const payout = text(search['payout'])
    return { ...readPeriod(search), ...(payout === undefined ? {} : { payout }) }
  },
  component: lazyRouteComponent(() => import('./payouts-page.tsx'), 'PayoutsPage'),
})

export const exportKinds = [
  'invoices',
  'ledger',
  'payments',
  'payouts',
  'customers',
  'conversations',
  'ageing',
] as const
export type ExportKind = (typeof exportKinds)[number]

const exportRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/money/export',
  validateSearch: (search: Record<string, unknown>): { what?: ExportKind; from?: string; to?: string } => {
    const { from, to } = readPeriod(search)
    const what = exportKinds.find((kind) => kind === search['what'])
    return {
      ...(what === undefined ? {} : { what }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    }
  },
  component: lazyRouteComponent(() => import('./export-page.tsx'), 'ExportPage'),
})

export const moneyRoutes = [moneyRoute, ageingRoute, payoutsRoute, exportRoute] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'
import { offerStates, type OfferState } from './offer-state.ts'

export const offersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/offers',
  validateSearch: (search: Record<string, unknown>): { status?: OfferState; customer?: string } => ({
    status: offerStates.find((one) => one === search['status']),
    customer: typeof search['customer'] === 'string' ? search['customer'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./offers-page.tsx'), 'OffersPage'),
})

export const offerRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/offers/$offerId',
  component: lazyRouteComponent(() => import('./offer-page.tsx'), 'OfferPage'),
})

export const offerRoutes = [offersRoute, offerRoute] as const

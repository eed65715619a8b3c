import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

export const paymentLinksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/payment-links',
  /** The link that is looked at. */
  validateSearch: ({ link }: Record<string, unknown>): { link?: string | undefined } => ({
    link: typeof link === 'string' ? link : undefined,
  }),
  component: lazyRouteComponent(() => import('./payment-links-page.tsx'), 'PaymentLinksPage'),
})

export const paymentLinkRoutes = [paymentLinksRoute] as const

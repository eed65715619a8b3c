import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../root-route.tsx'

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my',
  component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
})

/** All that a customer sees of one company: below it somebody has signed in there by a mailed link. */
const companyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/my/$company',
  component: lazyRouteComponent(() => import('./my-shell.tsx'), 'MyShell'),
})

const overviewRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
})
const invoicesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/invoices',
  component: lazyRouteComponent(() => import('./invoices-page.tsx'), 'InvoicesPage'),
})
const invoiceRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/invoices/$id',
  /** As the way back from paying has it. */
  validateSearch: ({ payment }: Record<string, unknown>): { payment?: string | undefined } => ({
    payment: typeof payment === 'string' ? payment : undefined,
  }),
  component: lazyRouteComponent(() => import('./invoice-page.tsx'), 'InvoicePage'),
})
const paymentsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/payments',
  component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
})
const offersRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/offers',
  component: lazyRouteComponent(() => import('./offers-page.tsx'), 'OffersPage'),
})
const offerRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/offers/$id',
  component: lazyRouteComponent(() => import('./offer-page.tsx'), 'OfferPage'),
})
const agreementsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('./agreements-page.tsx'), 'AgreementsPage'),
})
const appointmentsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/appointments',
  component: lazyRouteComponent(() => import('./appointments-page.tsx'), 'AppointmentsPage'),
})
const subscriptionsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/subscriptions',
  component: lazyRouteComponent(() => import('./subscriptions-page.tsx'), 'SubscriptionsPage'),
})
const punchCardsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/punch-cards',
  component: lazyRouteComponent(() => import('./punch-cards-page.tsx'), 'PunchCardsPage'),
})
const filesRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/file-shares',
  component: lazyRouteComponent(() => import('./files.tsx'), 'FileSharesPage'),
})
const fileShareRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/file-shares/$id',
  component: lazyRouteComponent(() => import('./files.tsx'), 'FileSharePage'),
})
const fileRequestsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/file-requests',
  component: lazyRouteComponent(() => import('./file-requests.tsx'), 'FileRequestsPage'),
})
const fileRequestRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/file-requests/$id',
  component: lazyRouteComponent(() => import('./file-requests.tsx'), 'FileRequestPage'),
})
const conversationsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/conversations',
  component: lazyRouteComponent(() => import('./conversations.tsx'), 'ConversationsPage'),
})
const conversationRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/conversations/$id',
  component: lazyRouteComponent(() => import('./conversations.tsx'), 'ConversationPage'),
})
const detailsRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/details',
  component: lazyRouteComponent(() => import('./details-page.tsx'), 'DetailsPage'),
})
const pageRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/pages/$id',
  component: lazyRouteComponent(() => import('./cms.tsx'), 'CmsPage'),
})
const formRoute = createRoute({
  getParentRoute: () => companyRoute,
  path: '/forms/$id',
  component: lazyRouteComponent(() => import('./cms.tsx'), 'FormPage'),
})

export const myRoutes = [
  startRoute,
  companyRoute.addChildren([
    overviewRoute,
    invoicesRoute,
    invoiceRoute,
    paymentsRoute,
    offersRoute,
    offerRoute,
    agreementsRoute,
    appointmentsRoute,
    subscriptionsRoute,
    punchCardsRoute,
    filesRoute,
    fileShareRoute,
    fileRequestsRoute,
    fileRequestRoute,
    conversationsRoute,
    conversationRoute,
    detailsRoute,
    pageRoute,
    formRoute,
  ]),
] as const

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { deskRoute } from '../desk/desk-route.tsx'

export const calendarViews = ['day', 'week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

export const appointmentsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/appointments',
  validateSearch: (
    search: Record<string, unknown>,
  ): { view?: CalendarView; date?: string; appointment?: string } => ({
    view: calendarViews.find((one) => one === search['view']),
    date:
      typeof search['date'] === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search['date'])
        ? search['date']
        : undefined,
    appointment: typeof search['appointment'] === 'string' ? search['appointment'] : undefined,
  }),
  component: lazyRouteComponent(() => import('./appointments-page.tsx'), 'AppointmentsPage'),
})

export const appointmentRoutes = [appointmentsRoute] as const

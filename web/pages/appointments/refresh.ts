import { useQueryClient } from '@tanstack/react-query'

/** After an appointment has changed: the calendar and its own facts are fetched again. */
export function useRefreshAppointments() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      ['/appointments', '/appointments/{appointmentId}'].map((path) =>
        queries.invalidateQueries({ queryKey: ['get', path] }),
      ),
    )
}

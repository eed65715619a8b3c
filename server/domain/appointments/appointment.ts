import type { Instant } from '../../kernel/time.ts'

export type AppointmentStatus = 'pending' | 'scheduled' | 'canceled'

export interface Appointment {
  id: string
  customerId: string | null
  /** What it is about. */
  name: string
  attendeeName: string
  /** Empty where there is none. */
  attendeeEmail: string
  startsAt: Instant
  endsAt: Instant
  status: AppointmentStatus
  onlineMeetingLink: string | null
  /** How often it was changed. */
  sequence: number
  createdAt: Instant
}

/** With who invites, as a calendar file tells. */
export interface InvitedAppointment extends Appointment {
  organizerName: string
  organizerEmail: string
}

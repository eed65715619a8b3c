import type { Appointment } from '../../../domain/appointments/appointment.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentAppointment = (appointment: Appointment, { timeZone }: Company) => ({
  id: encodeId('appointment', appointment.id),
  customerId: appointment.customerId === null ? null : encodeId('customer', appointment.customerId),
  name: appointment.name,
  attendeeName: appointment.attendeeName,
  attendeeEmail: appointment.attendeeEmail,
  startsAt: formatAtom(appointment.startsAt, timeZone),
  endsAt: formatAtom(appointment.endsAt, timeZone),
  status: appointment.status,
  onlineMeetingLink: appointment.onlineMeetingLink,
  createdAt: formatAtom(appointment.createdAt, timeZone),
})

import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { scheduleAppointment } from '../../../server/domain/appointments/schedule-appointment.ts'
import { none, type Area, type Pick } from './area.ts'

const appointment = (pick: Pick) => ({ appointmentId: pick('appointment') })

/** Every thing and every request has a time of its own: of two in one time the second is refused. */
let hours = 0
const at = (hour: number) => new Date(Date.UTC(2030, 0, 1, hour))

function laterOn(): { startsAt: string; endsAt: string } {
  hours += 6
  const text = (hour: number) => at(hour).toISOString().slice(0, 16).replace('T', ' ')
  return { startsAt: text(hours), endsAt: text(hours + 1) }
}

export const appointments: Area = {
  nobody: { appointment: none('apt') },
  async make(tenant, { customerId }) {
    const made = await scheduleAppointment(tenant.ctx(), {
      name: 'Intake',
      startsAt: at((hours += 6)),
      endsAt: at(hours + 1),
      customerId,
      attendee: { name: undefined, email: undefined },
      status: 'pending',
      onlineMeetingLink: null,
    })
    return { appointment: encodeId('appointment', made.id) }
  },
  routes: {
    'GET /v1/appointments': { api: 'v1' },
    'GET /v1/appointments/:appointmentId': { api: 'v1', params: appointment },
    'GET /v1/appointments/:appointmentId/ics': { api: 'v1', params: appointment },
    'POST /v1/appointments': {
      api: 'v1',
      body: (pick) => ({ name: 'Contract extension', customerId: pick('customer'), ...laterOn() }),
    },
    'PATCH /v1/appointments/:appointmentId': {
      api: 'v1',
      params: appointment,
      body: () => ({ status: 'scheduled' }),
    },
    'DELETE /v1/appointments/:appointmentId': { api: 'v1', params: appointment, ignoresBody: true },
  },
}

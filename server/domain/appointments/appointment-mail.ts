import type { Ctx } from '../../kernel/context.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { InvitedAppointment } from './appointment.ts'
import { calendarAttachment } from './calendar.ts'

/** What is told of it, and whether the calendar of the attendee hears it too. */
const kinds = {
  requested: { template: 'appointment-requested', method: undefined },
  scheduled: { template: 'appointment-scheduled', method: 'REQUEST' },
  canceled: { template: 'appointment-canceled', method: 'CANCEL' },
  /** It was never in the attendee's calendar. */
  declined: { template: 'appointment-canceled', method: undefined },
} as const

/**
 * The insert of the mail that tells the attendee, for a statement whose CTE `changed` is the row. `appointment` is as it
 * will be then.
 */
export function appointmentMail(ctx: Ctx, kind: keyof typeof kinds, appointment: InvitedAppointment) {
  const { template, method } = kinds[kind]
  return insertMail(
    ctx,
    {
      template,
      to: appointment.attendeeEmail,
      locale: null,
      params: {
        name: appointment.attendeeName,
        title: appointment.name,
        startsAt: appointment.startsAt,
        endsAt: appointment.endsAt,
        url: kind === 'scheduled' ? appointment.onlineMeetingLink : null,
      },
      attachments: method === undefined ? [] : [calendarAttachment(appointment, method, ctx.now)],
      about: { kind: 'appointment', id: appointment.id },
    },
    ctx.sql`from changed`,
  )
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { appointmentMail } from './appointment-mail.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns, calendarLock } from './columns.ts'
import { appointmentThatIs } from './get-appointment.ts'

/**
 * Confirms a pending appointment and invites its attendee: of many callers one does. Throws `forbidden`, `not_found`,
 * `conflict` (it is not pending).
 */
export async function confirmAppointment(ctx: Ctx, id: string): Promise<Appointment> {
  allow(ctx.actor, 'appointments:write')
  const old = await appointmentThatIs(ctx, id)
  const confirmed = { ...old, status: 'scheduled' as const, sequence: old.sequence + 1 }
  const [appointment] = await ctx.sql<Appointment[]>`
    with ${calendarLock(ctx)}, changed as (
      update appointments a set status = 'scheduled', sequence = ${confirmed.sequence}
        from calendar
       where a.company_id = ${ctx.company.companyId} and a.id = ${id} and a.status = 'pending'
      returning a.*, jsonb_build_object('status', 'pending') as before,
                jsonb_build_object('status', 'scheduled') as after
    ), event as (${insertEvent(ctx, 'appointment.confirmed')} from changed),
    mail as (${appointmentMail(ctx, 'scheduled', confirmed)})
    select ${appointmentColumns(ctx)} from changed a`
  if (appointment) return appointment
  throw notPending((await appointmentThatIs(ctx, id)).status)
}

export const notPending = (status: string) =>
  conflict('appointment_not_pending', `The appointment is not pending; it is ${status} already.`)

import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { appointmentMail } from './appointment-mail.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns } from './columns.ts'
import { notPending } from './confirm-appointment.ts'
import { appointmentThatIs } from './get-appointment.ts'

/**
 * Cancels an appointment, frees its time and tells the attendee: of many callers one does. `pendingOnly`: leaves one
 * that was confirmed alone. Throws `forbidden`, `not_found`, `conflict` (canceled already, or not pending).
 */
export async function cancelAppointment(
  ctx: Ctx,
  id: string,
  { pendingOnly = false }: { pendingOnly?: boolean } = {},
): Promise<Appointment> {
  allow(ctx.actor, 'appointments:write')
  const old = await appointmentThatIs(ctx, id)
  if (pendingOnly && old.status !== 'pending') throw notPending(old.status)
  if (old.status === 'canceled')
    throw conflict('appointment_already_canceled', 'The appointment is already canceled.')
  const canceled = { ...old, status: 'canceled' as const, sequence: old.sequence + 1 }
  const [appointment] = await ctx.sql<Appointment[]>`
    with changed as (
      update appointments a set status = 'canceled', sequence = ${canceled.sequence}
       where a.company_id = ${ctx.company.companyId} and a.id = ${id} and a.status = ${old.status}
      returning a.*, jsonb_build_object('status', ${old.status}::text) as before,
                jsonb_build_object('status', 'canceled') as after
    ), event as (${insertEvent(ctx, 'appointment.canceled')} from changed),
    mail as (${appointmentMail(ctx, old.status === 'pending' ? 'declined' : 'canceled', canceled)})
    select ${appointmentColumns(ctx)} from changed a`
  // Confirmed or canceled since the look: its state only moves on, so this ends.
  return appointment ?? cancelAppointment(ctx, id, { pendingOnly })
}

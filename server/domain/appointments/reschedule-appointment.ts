import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { appointmentMail } from './appointment-mail.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns, calendarLock } from './columns.ts'
import { appointmentThatIs } from './get-appointment.ts'
import { checkTimes, overlapping, refusedOverlap } from './times.ts'

/** What is to be different; what is left out stays. */
export interface AppointmentChange {
  name?: string
  startsAt?: Date
  endsAt?: Date
  /** Null: nowhere. */
  onlineMeetingLink?: string | null
}

/**
 * Moves an appointment that is not canceled, or calls it otherwise, and tells its attendee. A start without an end keeps
 * its length. Throws `forbidden`, `not_found`, `invalid`, `conflict` (canceled, or another is in that time).
 */
export async function rescheduleAppointment(
  ctx: Ctx,
  id: string,
  change: AppointmentChange,
): Promise<Appointment> {
  allow(ctx.actor, 'appointments:write')
  const old = await appointmentThatIs(ctx, id)
  if (old.status === 'canceled')
    throw conflict('appointment_already_canceled', 'The appointment is canceled and cannot be moved.')
  const length = Date.parse(old.endsAt) - Date.parse(old.startsAt)
  const startsAt = change.startsAt ?? new Date(old.startsAt)
  const endsAt =
    change.endsAt ?? (change.startsAt ? new Date(change.startsAt.getTime() + length) : new Date(old.endsAt))
  checkTimes(startsAt, endsAt)
  const next = {
    ...old,
    name: change.name ?? old.name,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    onlineMeetingLink:
      change.onlineMeetingLink === undefined ? old.onlineMeetingLink : change.onlineMeetingLink,
    sequence: old.sequence + 1,
  }
  const facts = (row: string) => ctx.sql`
    jsonb_build_object('name', ${ctx.sql(row)}.name, 'startsAt', ${ctx.sql(row)}.starts_at,
      'endsAt', ${ctx.sql(row)}.ends_at, 'onlineMeetingLink', ${ctx.sql(row)}.online_meeting_link)`
  const [moved] = await ctx.sql<Appointment[]>`
    with ${calendarLock(ctx)}, old as (
      select a.* from appointments a, calendar
       where a.company_id = ${ctx.company.companyId} and a.id = ${id}
         and a.status = ${old.status} and a.sequence = ${old.sequence}
    ), changed as (
      update appointments a
         set name = ${next.name}, starts_at = ${startsAt}::timestamptz, ends_at = ${endsAt}::timestamptz,
             online_meeting_link = ${next.onlineMeetingLink}, sequence = ${next.sequence}
        from old
       where a.company_id = old.company_id and a.id = old.id
         and (not a.exclusive or not exists (${overlapping(ctx, startsAt, endsAt, id)}))
      returning a.*, ${facts('old')} as before, ${facts('a')} as after
    ), event as (${insertEvent(ctx, 'appointment.changed')} from changed),
    mail as (${appointmentMail(ctx, old.status === 'pending' ? 'requested' : 'scheduled', next)})
    select ${appointmentColumns(ctx)} from changed a`.catch(refusedOverlap)
  if (moved) return moved
  const now = await appointmentThatIs(ctx, id)
  // Changed since the look: it is looked at again.
  if (now.sequence !== old.sequence) return rescheduleAppointment(ctx, id, change)
  throw conflict('appointment_overlaps', 'Another appointment is planned in that time.')
}

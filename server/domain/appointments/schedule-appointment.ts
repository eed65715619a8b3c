import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { appointmentMail } from './appointment-mail.ts'
import type { Appointment, InvitedAppointment } from './appointment.ts'
import { appointmentColumns, calendarLock } from './columns.ts'
import { checkTimes, overlapping, refusedOverlap } from './times.ts'

export interface NewAppointment {
  name: string
  startsAt: Date
  endsAt: Date
  /** Undefined: then the attendee is named. Both: the attendee comes for the customer. */
  customerId: string | undefined
  attendee: { name: string | undefined; email: string | undefined }
  /** Pending ones wait to be confirmed. */
  status: 'pending' | 'scheduled'
  onlineMeetingLink: string | null
}

/**
 * Keeps a stretch of time for an attendee and tells them. Of two at once that overlap one wins. Throws `forbidden`,
 * `invalid`, `conflict` (another appointment is in that time).
 */
export async function scheduleAppointment(ctx: Ctx, input: NewAppointment): Promise<Appointment> {
  allow(ctx.actor, 'appointments:write')
  const { startsAt, endsAt, status } = input
  checkTimes(startsAt, endsAt)
  const { organizerEmail, ...attendee } = await attendeeOf(ctx, input)
  const appointment: InvitedAppointment = {
    id: newId(),
    customerId: input.customerId ?? null,
    name: input.name,
    attendeeName: attendee.name,
    attendeeEmail: attendee.email,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    status,
    onlineMeetingLink: input.onlineMeetingLink,
    sequence: 0,
    createdAt: ctx.now.toISOString(),
    organizerName: ctx.company.name,
    organizerEmail,
  }
  const [made] = await ctx.sql<Appointment[]>`
    with ${calendarLock(ctx)}, rule as (
      select company_id, not appointments_may_overlap as exclusive from companies, calendar
       where company_id = ${ctx.company.companyId}
    ), changed as (
      insert into appointments (company_id, id, customer_id, name, attendee_name, attendee_email, starts_at, ends_at,
                                status, online_meeting_link, exclusive, sequence, created_at)
      select r.company_id, ${appointment.id}::uuid, ${appointment.customerId}::uuid, ${input.name}, ${attendee.name},
             ${attendee.email}, ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${status},
             ${input.onlineMeetingLink}, r.exclusive, 0, ${ctx.now}::timestamptz
        from rule r
       where not r.exclusive or not exists (${overlapping(ctx, startsAt, endsAt, null)})
      returning *, null as before, jsonb_build_object('status', status) as after
    ), event as (${insertEvent(ctx, 'appointment.created')} from changed),
    mail as (${appointmentMail(ctx, status === 'pending' ? 'requested' : 'scheduled', appointment)})
    select ${appointmentColumns(ctx)} from changed a`.catch(refusedOverlap)
  if (made) return made
  throw conflict('appointment_overlaps', 'Another appointment is planned in that time.')
}

/** Who comes, and who invites them. Throws `invalid`. */
async function attendeeOf(
  ctx: Ctx,
  { customerId, attendee: { name, email } }: NewAppointment,
): Promise<{ name: string; email: string; organizerEmail: string }> {
  const [found] = await ctx.sql<[{ organizerEmail: string; name: string | null; email: string | null }]>`
    select c.email as "organizerEmail", k.name, k.email
      from companies c left join customers k on k.company_id = c.company_id and k.id = ${customerId ?? null}
     where c.company_id = ${ctx.company.companyId}`
  if (customerId !== undefined && found.name === null)
    throw invalid('customerId', 'must be the ID of an existing customer')
  const attendee = { name: name ?? found.name, email: email ?? found.email ?? '' }
  if (attendee.name === null) throw invalid('attendeeName', 'is required without a customerId')
  if (customerId === undefined && attendee.email === '')
    throw invalid('attendeeEmail', 'is required without a customerId')
  return { name: attendee.name, email: attendee.email, organizerEmail: found.organizerEmail }
}

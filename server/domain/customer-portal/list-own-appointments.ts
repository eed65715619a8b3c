import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Appointment, InvitedAppointment } from '../appointments/appointment.ts'
import { appointmentColumns } from '../appointments/columns.ts'
import { ownAppointment } from './own.ts'

/** The appointments of who asks, the latest first. Throws `forbidden`. */
export async function listOwnAppointments(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<Appointment>>> {
  allow(ctx.actor, 'appointments:read')
  const { sql } = ctx
  const rows = await sql<Keyed<Appointment>[]>`
    select ${appointmentColumns(ctx)}, a.starts_at as key from appointments a
     where ${ownAppointment(ctx)}
       ${after ? sql`and (a.starts_at, a.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by a.starts_at desc, a.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** One of them. Throws `forbidden`, `not_found`. */
export async function getOwnAppointment(ctx: Ctx, id: string): Promise<InvitedAppointment> {
  allow(ctx.actor, 'appointments:read')
  const [appointment] = await ctx.sql<InvitedAppointment[]>`
    select ${appointmentColumns(ctx)}, c.name as "organizerName", c.email as "organizerEmail"
      from appointments a join companies c on c.company_id = a.company_id
     where a.id = ${id} and ${ownAppointment(ctx)}`
  if (!appointment) throw notFound('appointment')
  return appointment
}

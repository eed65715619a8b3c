import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns } from './columns.ts'

/** What has any part between the two instants, in the order of time, canceled ones included. Throws `forbidden`. */
export async function listAppointments(ctx: Ctx, from: Date, until: Date): Promise<Appointment[]> {
  allow(ctx.actor, 'appointments:read')
  return ctx.sql<Appointment[]>`
    select ${appointmentColumns(ctx)} from appointments a
     where a.company_id = ${ctx.company.companyId} and a.starts_at < ${until} and a.ends_at > ${from}
       and a.starts_at > ${from}::timestamptz - interval '31 days'
     order by a.starts_at, a.id`
}

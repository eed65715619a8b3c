import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Appointment } from './appointment.ts'
import { appointmentColumns } from './columns.ts'

/**
 * What has any part between the two instants, in the order of time, canceled ones included; with a customer, that one's
 * alone. Throws `forbidden`.
 */
export async function listAppointments(
  ctx: Ctx,
  from: Date,
  until: Date,
  customerId?: string,
): Promise<Appointment[]> {
  allow(ctx.actor, 'appointments:read')
  return ctx.sql<Appointment[]>`
    select ${appointmentColumns(ctx)} from appointments a
     where a.company_id = ${ctx.company.companyId} and a.starts_at < ${until} and a.ends_at > ${from}
       and a.starts_at > ${from}::timestamptz - interval '31 days'
       ${customerId === undefined ? ctx.sql`` : ctx.sql`and a.customer_id = ${customerId}`}
     order by a.starts_at, a.id`
}

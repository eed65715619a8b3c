import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { InvitedAppointment } from './appointment.ts'
import { appointmentColumns } from './columns.ts'

/** One appointment of the company. Throws `forbidden`, `not_found`. */
export async function getAppointment(ctx: Ctx, id: string): Promise<InvitedAppointment> {
  allow(ctx.actor, 'appointments:read')
  return appointmentThatIs(ctx, id)
}

/** The same for verbs that have asked for another permission already. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function appointmentThatIs(ctx: Ctx, id: string): Promise<InvitedAppointment> {
  const [appointment] = await ctx.sql<InvitedAppointment[]>`
    select ${appointmentColumns(ctx)}, c.name as "organizerName", c.email as "organizerEmail"
      from appointments a join companies c on c.company_id = a.company_id
     where a.company_id = ${ctx.company.companyId} and a.id = ${id}`
  if (!appointment) throw notFound('appointment')
  return appointment
}

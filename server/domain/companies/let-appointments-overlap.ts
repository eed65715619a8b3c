import type { Ctx } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'

/** Says whether appointments of the company may be in each other's time; those that are stay as they are. */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator
export async function letAppointmentsOverlap(ctx: Ctx, mayOverlap: boolean): Promise<void> {
  await ctx.sql`
    with company as (
      update companies c set appointments_may_overlap = ${mayOverlap}
        from companies old where c.company_id = ${ctx.company.companyId} and old.company_id = c.company_id
      returning c.company_id, c.id, jsonb_build_object('appointmentsMayOverlap', old.appointments_may_overlap) as before,
                jsonb_build_object('appointmentsMayOverlap', c.appointments_may_overlap) as after
    )
    ${insertEvent(ctx, 'company.appointments_changed')} from company`
}

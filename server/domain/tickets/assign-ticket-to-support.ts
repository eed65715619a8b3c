import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { inItsPlace } from './survivor-of.ts'
import { ticketMustExist } from './ticket-must-exist.ts'

/** Hands a conversation to the support team: a mark beside its state, once. Throws `forbidden`, `not_found`. */
export async function assignTicketToSupport(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const [assigned] = await ctx.sql`
    with assigned as (
      update tickets set assigned_to_support_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${id} and assigned_to_support_at is null and merged_into is null
      returning *, null as before, jsonb_build_object('assignedToSupportAt', assigned_to_support_at) as after
    ), event as (${insertEvent(ctx, 'ticket.assigned_to_support')} from assigned)
    select id from assigned`
  if (assigned) return
  const instead = await inItsPlace(ctx, id, (survivor) => assignTicketToSupport(ctx, survivor))
  if (!instead) await ticketMustExist(ctx, id)
}

import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'

/** Marks the one conversation that `which` is true of, once. False where there is none, or it is marked already. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function markForSupport(ctx: Ctx, which: Fragment): Promise<boolean> {
  const rows = await ctx.sql`
    with assigned as (
      update tickets set assigned_to_support_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and ${which} and assigned_to_support_at is null
      returning *, null as before, jsonb_build_object('assignedToSupportAt', assigned_to_support_at) as after
    ), event as (${insertEvent(ctx, 'ticket.assigned_to_support')} from assigned)
    select id from assigned`
  return rows.length > 0
}

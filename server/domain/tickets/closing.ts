import type { Fragment } from 'postgres'
import type { Ctx } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'

/**
 * The CTEs that close a conversation that is not closed yet; `closed` is its row, if this call closed it. `which` picks
 * it among the company's. The row lock lets one of many callers close it.
 */
export const closing = (ctx: Ctx, which: Fragment) => ctx.sql`
  old as (
    select id, state from tickets
     where company_id = ${ctx.company.companyId} and ${which} and state <> 'archived' and merged_into is null for update
  ), closed as (
    update tickets t set state = 'archived' from old where t.company_id = ${ctx.company.companyId} and t.id = old.id
    returning t.*, jsonb_build_object('state', old.state) as before, jsonb_build_object('state', t.state) as after
  ), event as (${insertEvent(ctx, 'ticket.closed')} from closed)`

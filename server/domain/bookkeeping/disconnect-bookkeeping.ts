import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'

/**
 * Registers no more payments in the bookkeeping. What was on its way there waits: connecting anew tries it again. False
 * where there was no connection. Throws `forbidden`.
 */
export async function disconnectBookkeeping(ctx: Ctx): Promise<boolean> {
  allow(ctx.actor, 'invoices:write')
  const rows = await ctx.sql`
    with gone as (
      delete from bookkeeping_connections where company_id = ${ctx.company.companyId}
      returning company_id, id, jsonb_build_object('provider', provider) as before, null as after
    ), event as (${insertEvent(ctx, 'bookkeeping.disconnected')} from gone)
    select 1 from gone`
  return rows.length > 0
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/** Removes an open batch with all its invoices. Throws `forbidden`, `not_found`, `conflict`. */
export async function deleteBatch(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const [gone] = await ctx.sql`
    with gone as (
      delete from batches
       where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null
      returning *, jsonb_build_object('title', title) as before, null as after
    ), event as (${insertEvent(ctx, 'batch.deleted')} from gone)
    select id from gone`
  if (!gone) await refuseUnlessOpen(ctx, id)
}

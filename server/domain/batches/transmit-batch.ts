import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { BatchDetails } from './batch.ts'
import { getBatch } from './get-batch.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/**
 * Closes the batch: nothing can be added to it any more, and its collection begins. Of many callers one does. Throws
 * `forbidden`, `not_found`, `conflict`.
 */
export async function transmitBatch(ctx: Ctx, id: string): Promise<BatchDetails> {
  allow(ctx.actor, 'invoices:write')
  const [sent] = await ctx.sql`
    with b as (
      update batches set transmitted_at = ${ctx.now}::timestamptz
       where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null
      returning *, null as before, jsonb_build_object('transmittedAt', transmitted_at) as after
    ), event as (${insertEvent(ctx, 'batch.transmitted')} from b)
    select id from b`
  if (!sent) return refuseUnlessOpen(ctx, id)
  // Asked for anew: what was added while the statement waited for its lock is not in its view.
  return getBatch(ctx, id)
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { batchColumns, invoiceIds, type BatchDetails } from './batch.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/**
 * Closes the batch: nothing can be added to it any more, and its collection begins. Of many callers one does. Throws
 * `forbidden`, `not_found`, `conflict`.
 */
export async function transmitBatch(ctx: Ctx, id: string): Promise<BatchDetails> {
  allow(ctx.actor, 'invoices:write')
  const [batch] = await ctx.sql<BatchDetails[]>`
    with b as (
      update batches set transmitted_at = ${ctx.now}::timestamptz
       where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null
      returning *, null as before, jsonb_build_object('transmittedAt', transmitted_at) as after
    ), event as (${insertEvent(ctx, 'batch.transmitted')} from b)
    select ${batchColumns(ctx)}, ${invoiceIds(ctx)} from b`
  return batch ?? refuseUnlessOpen(ctx, id)
}

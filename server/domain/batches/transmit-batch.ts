import { atomically, type Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { startCollection } from '../collection/start-collection.ts'
import { insertEvent } from '../events/event.ts'
import type { BatchDetails } from './batch.ts'
import { getBatch } from './get-batch.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/**
 * Closes the batch: nothing can be added to it any more, and its collection begins. Of many callers one does. The lock
 * is a statement of its own: what is read after it includes the invoices of those who were adding one. Throws
 * `forbidden`, `not_found`, `conflict`.
 */
export async function transmitBatch(ctx: Ctx, id: string): Promise<BatchDetails> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    await sql`select 1 from batches where company_id = ${ctx.company.companyId} and id = ${id} for update`
    const [sent] = await sql`
      with b as (
        update batches set transmitted_at = ${ctx.now}::timestamptz
         where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null
        returning *, null as before, jsonb_build_object('transmittedAt', transmitted_at) as after
      ), event as (${insertEvent(inside, 'batch.transmitted')} from b),
      ${startCollection(inside, 'b')}
      select b.id from b, collect_job`
    return sent ? getBatch(inside, id) : refuseUnlessOpen(inside, id)
  })
}

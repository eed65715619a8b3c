import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { batchColumns, type Batch } from './batch.ts'

/** Opens an empty batch. Throws `forbidden`. */
export async function createBatch(
  ctx: Ctx,
  title: string | null,
  expectedInvoicesCount: number,
): Promise<Batch> {
  allow(ctx.actor, 'invoices:write')
  const [batch] = await ctx.sql<[Batch]>`
    with batch as (
      insert into batches (company_id, id, title, expected_invoices_count, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${title}, ${expectedInvoicesCount}, ${ctx.now})
      returning *, null as before, jsonb_build_object('title', title) as after
    ), event as (${insertEvent(ctx, 'batch.created')} from batch)
    select ${batchColumns(ctx)} from batch b`
  return batch
}

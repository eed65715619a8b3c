import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'

export interface Batch {
  id: string
  title: string | null
  expectedInvoicesCount: number
  transmittedAt: Instant | null
}

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
    select id, title, expected_invoices_count as "expectedInvoicesCount", transmitted_at as "transmittedAt" from batch`
  return batch
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { batchColumns, invoiceIds, type BatchDetails } from './batch.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/** Says how many invoices are to come; `undefined` leaves what was said. Throws `forbidden`, `not_found`, `conflict`. */
export async function expectInvoices(ctx: Ctx, id: string, count: number | undefined): Promise<BatchDetails> {
  allow(ctx.actor, 'invoices:write')
  const [batch] = await ctx.sql<BatchDetails[]>`
    with old as (
      select * from batches
       where company_id = ${ctx.company.companyId} and id = ${id} and transmitted_at is null for update
    ), b as (
      update batches n set expected_invoices_count = coalesce(${count ?? null}::integer, old.expected_invoices_count)
        from old where n.company_id = old.company_id and n.id = old.id
      returning n.*, jsonb_build_object('expectedInvoicesCount', old.expected_invoices_count) as before,
                jsonb_build_object('expectedInvoicesCount', n.expected_invoices_count) as after
    ), event as (${insertEvent(ctx, 'batch.changed')} from b)
    select ${batchColumns(ctx)}, ${invoiceIds(ctx)} from b`
  return batch ?? refuseUnlessOpen(ctx, id)
}

import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { moneyMoved } from '../invoices/money-moved.ts'
import { refuseUnlessOpen } from './open-batch.ts'

/**
 * Removes an open batch with all its invoices, unless money moved on one of them: their rows are locked first, so that a
 * payment that is under way is seen. Throws `forbidden`, `not_found`, `conflict` (transmitted, or something was paid).
 */
export async function deleteBatch(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const { companyId } = ctx.company
  await atomically(ctx, async (inside) => {
    const { sql } = inside
    const [open] = await sql`
      select 1 from batches where company_id = ${companyId} and id = ${id} and transmitted_at is null for update`
    if (!open) await refuseUnlessOpen(inside, id)
    await sql`select from invoices where company_id = ${companyId} and batch_id = ${id} order by id for update`
    const [paid] = await sql`
      select 1 from invoices i where i.company_id = ${companyId} and i.batch_id = ${id} and ${moneyMoved(inside, 'i')} limit 1`
    if (paid)
      throw conflict('invoice_has_payments', 'An invoice of the import has payments and must be kept.')
    await sql`
      with gone as (
        delete from batches where company_id = ${companyId} and id = ${id}
        returning *, jsonb_build_object('title', title) as before, null as after
      ) ${insertEvent(inside, 'batch.deleted')} from gone`
  })
}

import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { lockInvoice } from './lock-invoice.ts'
import { moneyMoved } from './money-moved.ts'

/**
 * Removes an invoice whose batch is still open and that no money moved on, with all that is on it. The row lock comes
 * first: a payment that is under way is seen, one that comes later finds no invoice. Throws `forbidden`, `not_found`,
 * `conflict` (transmitted, or paid in part or once).
 */
export async function deleteDraftInvoice(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const { companyId } = ctx.company
  await atomically(ctx, async (inside) => {
    await lockInvoice(inside, id)
    const [gone] = await inside.sql`
      with batch as (
        select b.company_id, b.id from batches b join invoices i on i.company_id = b.company_id and i.batch_id = b.id
         where i.company_id = ${companyId} and i.id = ${id} and b.transmitted_at is null for share of b
      ), gone as (
        delete from invoices i using batch b
         where i.company_id = b.company_id and i.batch_id = b.id and i.id = ${id} and not ${moneyMoved(inside, 'i')}
        returning i.company_id, i.id, jsonb_build_object('id', i.id, 'customerId', i.customer_id,
          'externalNumber', i.external_number, 'issuedOn', i.issued_on, 'dueOn', i.due_on, 'currency', i.currency,
          'amountCents', i.amount_cents, 'outstandingCents', i.outstanding_cents, 'paidAt', i.paid_at,
          'linkToken', i.link_token, 'createdAt', i.created_at) as before, null as after
      ), event as (${insertEvent(inside, 'invoice.deleted')} from gone)
      select id from gone`
    if (gone) return
    const [{ moved }] = await inside.sql<[{ moved: boolean }]>`
      select ${moneyMoved(inside, 'i')} as moved from invoices i where i.company_id = ${companyId} and i.id = ${id}`
    if (moved) throw conflict('invoice_has_payments', 'The invoice has payments and must be kept.')
    throw conflict(
      'invoice_already_transmitted',
      'The invoice was transmitted already and cannot be deleted.',
    )
  })
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { invoiceMustExist } from './invoice-must-exist.ts'

/** Removes an invoice whose batch is still open, with all that is on it. Throws `forbidden`, `not_found`, `conflict`. */
export async function deleteDraftInvoice(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const [gone] = await ctx.sql`
    with batch as (
      select b.company_id, b.id from batches b join invoices i on i.company_id = b.company_id and i.batch_id = b.id
       where i.company_id = ${ctx.company.companyId} and i.id = ${id} and b.transmitted_at is null for share of b
    ), gone as (
      delete from invoices i using batch b where i.company_id = b.company_id and i.batch_id = b.id and i.id = ${id}
      returning i.company_id, i.id, jsonb_build_object('id', i.id, 'customerId', i.customer_id,
        'externalNumber', i.external_number, 'issuedOn', i.issued_on, 'dueOn', i.due_on, 'currency', i.currency,
        'amountCents', i.amount_cents, 'outstandingCents', i.outstanding_cents, 'paidAt', i.paid_at,
        'linkToken', i.link_token, 'createdAt', i.created_at) as before, null as after
    ), event as (${insertEvent(ctx, 'invoice.deleted')} from gone)
    select id from gone`
  if (gone) return
  await invoiceMustExist(ctx, id)
  throw conflict('invoice_already_transmitted', 'The invoice was transmitted already and cannot be deleted.')
}

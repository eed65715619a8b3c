import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { memberCustomer } from '../customers/member-customer.ts'
import { insertInvoice, type NewInvoice } from './insert-invoice.ts'
import type { InvoiceDetails } from './invoice.ts'

/**
 * Adds an invoice to an open batch; the share lock makes it wait for a transmission that is under way. Throws
 * `forbidden`, `not_found` (batch), `conflict` (transmitted already, or a line id used before).
 */
export async function addInvoiceToBatch(
  ctx: Ctx,
  batchId: string,
  input: NewInvoice,
): Promise<InvoiceDetails> {
  allow(ctx.actor, 'invoices:write')
  const sources = ctx.sql`
    batch as (
      select id from batches
       where company_id = ${ctx.company.companyId} and id = ${batchId} and transmitted_at is null for share
    ), ${memberCustomer(ctx, input.recipient, input.memberExternalId, 'batch')}`
  const invoice = await insertInvoice(ctx, input, sources)
  if (invoice) return invoice
  const [batch] = await ctx.sql`
    select id from batches where company_id = ${ctx.company.companyId} and id = ${batchId}`
  if (!batch) throw notFound('batch')
  throw conflict(
    'batch_already_transmitted',
    'The import was transmitted already; nothing can be added to it.',
  )
}

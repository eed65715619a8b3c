import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertBookkeepingUpdate } from '../bookkeeping/insert-update.ts'
import { insertEvent } from '../events/event.ts'
import { findInvoice } from './get-invoice.ts'
import type { Invoice } from './invoice.ts'

/**
 * Records that the whole outstanding amount was paid outside of us: a payment line by `external`, dated `paidAt`, and
 * the update of the connected bookkeeping as a job of the same statement. The row lock lets one of many callers pay; to
 * the others nothing is outstanding. Throws `forbidden`, `not_found`, `conflict` (nothing is outstanding).
 */
export async function markInvoicePaid(ctx: Ctx, id: string, paidAt: Date): Promise<Invoice> {
  allow(ctx.actor, 'invoices:write')
  const [invoice] = await ctx.sql<Invoice[]>`
    with invoice as (
      select * from invoices where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, payment_method, occurred_at, created_at)
      select company_id, ${newId()}::uuid, id, 'payment', -outstanding_cents, 'external', ${paidAt}::timestamptz,
             ${ctx.now}::timestamptz
        from invoice where outstanding_cents > 0 and retracted_at is null
      returning company_id, id, invoice_id, amount_cents
    ), event as (
      ${insertEvent(ctx, 'invoice.paid')}
        from (select company_id, invoice_id as id, jsonb_build_object('outstandingCents', -amount_cents) as before,
                     jsonb_build_object('outstandingCents', 0, 'lineId', id) as after from line) paid
    ), ${insertBookkeepingUpdate(ctx, 'line')}
    select i.id, i.customer_id as "customerId", i.external_number as "externalNumber", i.issued_on as "issuedOn",
           i.due_on as "dueOn", i.currency, i.amount_cents as "amountCents", 0::bigint as "outstandingCents",
           ${paidAt}::timestamptz as "paidAt", i.link_token as "linkToken", i.created_at as "createdAt",
           (select count(*) from bookkeeping_job) as jobs
      from invoice i, line`
  if (invoice) return invoice
  if (!(await findInvoice(ctx, id))) throw notFound('invoice')
  throw conflict('invoice_already_paid', 'The invoice has nothing outstanding; it is paid already.')
}

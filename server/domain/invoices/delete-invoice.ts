import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { releaseFromInvoice } from '../tickets/release-from-invoice.ts'
import type { Invoice } from './invoice.ts'
import { moneyMoved } from './money-moved.ts'

const FOREIGN_KEY_VIOLATION = '23503'

/**
 * Deletes an invoice that no money ever moved on, with its lines and its PDF; what was said about it stays. The row lock
 * comes first: a payment that is under way is seen, one that comes later finds no invoice. Returns it as it was. Throws
 * `forbidden`, `not_found`, `conflict` (paid, in part or once).
 */
export async function deleteInvoice(ctx: Ctx, id: string): Promise<Invoice> {
  allow(ctx.actor, 'invoices:write')
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const [invoice] = await sql<Invoice[]>`
      select id, customer_id as "customerId", external_number as "externalNumber", issued_on as "issuedOn",
             due_on as "dueOn", currency, amount_cents as "amountCents", outstanding_cents as "outstandingCents",
             paid_at as "paidAt", link_token as "linkToken", created_at as "createdAt"
        from invoices where company_id = ${companyId} and id = ${id} for update`
    if (!invoice) throw notFound('invoice')
    const [{ moved }] = await sql<[{ moved: boolean }]>`
      select ${moneyMoved(inside, 'i')} as moved from invoices i where i.company_id = ${companyId} and i.id = ${id}`
    if (moved) throw conflict('invoice_has_payments', 'The invoice has payments and must be kept.')
    await releaseFromInvoice(inside, id)
    const statement = sql`
      with gone as (
        delete from invoices where company_id = ${companyId} and id = ${id}
        returning company_id, id, ${sql.json(invoice as never)}::jsonb as before, null as after
      ), event as (${insertEvent(inside, 'invoice.deleted')} from gone)
      select 1`
    await statement.catch((error: { code?: string }) => {
      if (error.code !== FOREIGN_KEY_VIOLATION) throw error
      throw conflict('invoice_has_payments', 'The invoice is referred to by others and must be kept.')
    })
    return invoice
  })
}

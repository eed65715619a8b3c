import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Invoice } from './invoice.ts'

/** One invoice of the company. Throws `forbidden`, `not_found`. */
export async function getInvoice(ctx: Ctx, id: string): Promise<Invoice> {
  allow(ctx.actor, 'invoices:read')
  const invoice = await findInvoice(ctx, id)
  if (!invoice) throw notFound('invoice')
  return invoice
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findInvoice(ctx: Ctx, id: string): Promise<Invoice | undefined> {
  const [invoice] = await ctx.sql<Invoice[]>`
    select id, customer_id as "customerId", external_number as "externalNumber", issued_on as "issuedOn",
           due_on as "dueOn", currency, amount_cents as "amountCents", outstanding_cents as "outstandingCents",
           paid_at as "paidAt", link_token as "linkToken", created_at as "createdAt"
      from invoices where company_id = ${ctx.company.companyId} and id = ${id}`
  return invoice
}

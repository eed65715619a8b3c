import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Invoice } from './invoice.ts'

/** The company's invoices, newest first. Throws `forbidden`. */
export async function listInvoices(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Invoice>> {
  allow(ctx.actor, 'invoices:read')
  const rows = await ctx.sql<Invoice[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'invoices', true, ${offset}))
    select id, customer_id as "customerId", external_number as "externalNumber", issued_on as "issuedOn",
           due_on as "dueOn", currency, amount_cents as "amountCents", outstanding_cents as "outstandingCents",
           paid_at as "paidAt", link_token as "linkToken", created_at as "createdAt"
      from invoices
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

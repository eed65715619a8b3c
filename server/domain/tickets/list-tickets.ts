import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Page, type PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Ticket } from './ticket.ts'

/** The company's conversations, newest first. Throws `forbidden`. */
export async function listTickets(ctx: Ctx, { offset, limit }: PageRequest): Promise<Page<Ticket>> {
  allow(ctx.actor, 'tickets:read')
  const rows = await ctx.sql<Ticket[]>`
    with start as materialized (select * from page_start(${ctx.company.companyId}, 'tickets', true, ${offset}))
    select id, invoice_id as "invoiceId", customer_id as "customerId", title, source, state, created_at as "createdAt"
      from tickets
     where company_id = ${ctx.company.companyId} and created_at < (select boundary from start)
     order by created_at desc, id desc
     limit ${limit + 1} offset (select remaining from start)`
  return toPage(rows, limit)
}

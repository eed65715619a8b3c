import type { Ctx } from '../../kernel/context.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { MessageListing } from './list-invoice-messages.ts'
import type { TicketState } from './ticket.ts'

/** The messages of all invoices' conversations in one state, oldest first, and how many there are. Throws `forbidden`. */
export async function listMessagesByState(
  ctx: Ctx,
  state: TicketState,
  { offset, limit }: PageRequest,
): Promise<{ rows: MessageListing[]; total: number }> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  const list = `messages ${state}`
  // The left join brings the total also when the page is empty.
  const rows = await ctx.sql<(Omit<MessageListing, 'id'> & { id: string | null; total: number })[]>`
    with start as materialized (select * from page_start(${companyId}, ${list}, false, ${offset}))
    select m.*, total
      from list_total(${companyId}, ${list}) total
      left join lateral (
        select id, invoice_id as "invoiceId", body_text as text, by_customer as "byCustomer", posted_at as "postedAt"
          from ticket_messages
         where company_id = ${companyId} and state = ${state} and invoice_id is not null
           and posted_at >= (select boundary from start)
         order by posted_at, id
         limit ${limit} offset (select remaining from start)
      ) m on true`
  return {
    rows: rows.filter((row): row is MessageListing & { total: number } => row.id !== null),
    total: rows[0]?.total ?? 0,
  }
}

import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Ticket } from './ticket.ts'

export interface TicketFilter {
  closed?: boolean
  customerId?: string
}

/** A minus is descending. */
export const ticketOrders = ['-createdAt', 'createdAt'] as const
export type TicketOrder = (typeof ticketOrders)[number]

/** Some of the company's conversations, in order. Throws `forbidden`. */
export async function searchTickets(
  ctx: Ctx,
  { closed, customerId }: TicketFilter,
  order: TicketOrder,
  { after, offset, limit }: Stretch,
): Promise<Page<Keyed<Ticket>>> {
  allow(ctx.actor, 'tickets:read')
  const { sql } = ctx
  const descending = order === '-createdAt'
  const rows = await sql<Keyed<Ticket>[]>`
    select id, invoice_id as "invoiceId", customer_id as "customerId", title, source, state, created_at as "createdAt",
           created_at as key
      from tickets
     where company_id = ${ctx.company.companyId}
       ${closed === undefined ? sql`` : sql`and (case state when 'archived' then 1 else 0 end) = ${closed ? sql`1` : sql`0`}`}
       ${customerId === undefined ? sql`` : sql`and customer_id = ${customerId}`}
       ${after ? sql`and (created_at, id) ${descending ? sql`<` : sql`>`} (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by ${descending ? sql`created_at desc, id desc` : sql`created_at, id`}
     limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}

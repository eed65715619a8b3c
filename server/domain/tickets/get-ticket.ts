import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { messagesJson } from './messages-json.ts'
import { inItsPlace } from './survivor-of.ts'
import type { TicketWithMessages } from './ticket.ts'

/** One conversation with its messages, oldest first; where another has taken it up, that one. Throws `forbidden`, `not_found`. */
export async function getTicket(ctx: Ctx, id: string): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:read')
  const ticket = await findTicket(ctx, id)
  if (ticket) return ticket
  const instead = await inItsPlace(ctx, id, (survivor) => getTicket(ctx, survivor))
  if (!instead) throw notFound('ticket')
  return instead.done
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findTicket(ctx: Ctx, id: string): Promise<TicketWithMessages | undefined> {
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, t.state,
           t.created_at as "createdAt",
           (select ${messagesJson(ctx)} from ticket_messages m
             where m.company_id = t.company_id and m.ticket_id = t.id) as messages
      from tickets t where t.company_id = ${ctx.company.companyId} and t.id = ${id} and t.merged_into is null`
  return ticket
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { closing } from './closing.ts'
import { messagesJson } from './messages-json.ts'
import { inItsPlace } from './survivor-of.ts'
import { ticketMustExist } from './ticket-must-exist.ts'
import type { TicketWithMessages } from './ticket.ts'

/** Closes a conversation that is not closed yet: of many callers one does. Throws `forbidden`, `not_found`, `conflict`. */
export async function closeTicket(ctx: Ctx, id: string): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:write')
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    with ${closing(ctx, ctx.sql`id = ${id}`)}
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, t.state,
           t.created_at as "createdAt",
           (select ${messagesJson(ctx)} from ticket_messages m
             where m.company_id = t.company_id and m.ticket_id = t.id) as messages
      from closed t`
  if (ticket) return ticket
  const instead = await inItsPlace(ctx, id, (survivor) => closeTicket(ctx, survivor))
  if (instead) return instead.done
  await ticketMustExist(ctx, id)
  throw conflict('ticket_already_closed', 'The ticket is already closed.')
}

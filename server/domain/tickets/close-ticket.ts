import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { messagesJson } from './messages-json.ts'
import type { TicketWithMessages } from './ticket.ts'

/** Closes a conversation that is not closed yet: of many callers one does. Throws `forbidden`, `not_found`, `conflict`. */
export async function closeTicket(ctx: Ctx, id: string): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:write')
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    with old as (
      select id, state from tickets
       where company_id = ${ctx.company.companyId} and id = ${id} and state <> 'archived' for update
    ), closed as (
      update tickets t set state = 'archived' from old where t.company_id = ${ctx.company.companyId} and t.id = old.id
      returning t.*, jsonb_build_object('state', old.state) as before, jsonb_build_object('state', t.state) as after
    ), event as (${insertEvent(ctx, 'ticket.closed')} from closed)
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, t.state,
           t.created_at as "createdAt",
           (select ${messagesJson(ctx)} from ticket_messages m
             where m.company_id = t.company_id and m.ticket_id = t.id) as messages
      from closed t`
  if (ticket) return ticket
  await mustExist(ctx, id)
  throw conflict('ticket_already_closed', 'The ticket is already closed.')
}

/** Throws `not_found` unless the company has this ticket. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function mustExist(ctx: Ctx, id: string): Promise<void> {
  const [ticket] =
    await ctx.sql`select 1 from tickets where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!ticket) throw notFound('ticket')
}

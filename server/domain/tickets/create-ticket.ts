import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { answerMail } from './answer-mail.ts'
import type { MessageBody } from './message-body.ts'
import { messagesJson } from './messages-json.ts'
import type { TicketWithMessages } from './ticket.ts'

/**
 * Begins a conversation that is about no invoice: with the company's word, which is mailed to the customer, or with the
 * customer's, where software of the company's took it down. Throws `forbidden`, and `invalid` for an unknown customer.
 */
export async function createTicket(
  ctx: Ctx,
  input: { customerId: string; title: string; body: MessageBody; byCustomer: boolean },
): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:write')
  const { body, byCustomer } = input
  const state = byCustomer ? 'unanswered' : 'answered'
  const mail = byCustomer ? ctx.sql`` : ctx.sql`, mail as (${answerMail(ctx, body)})`
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    with customer as (
      select company_id, id, name from customers
       where company_id = ${ctx.company.companyId} and id = ${input.customerId} for key share
    ), ticket as (
      insert into tickets (company_id, id, customer_id, title, source, state, created_at)
      select company_id, ${newId()}::uuid, id, ${input.title}, 'portal', ${state}, ${ctx.now}::timestamptz from customer
      returning *
    ), message as (
      insert into ticket_messages (company_id, id, ticket_id, state, by_customer, author, body_html, body_text, posted_at)
      select t.company_id, ${newId()}::uuid, t.id, t.state, ${byCustomer}::boolean,
             case when ${byCustomer}::boolean then c.name else ${ctx.company.name} end, ${body.html}, ${body.text},
             ${ctx.now}::timestamptz
        from ticket t, customer c
      returning *
    ), event as (
      ${insertEvent(ctx, 'ticket.created')}
        from (select t.company_id, t.id, null as before,
                     jsonb_build_object('state', t.state, 'messageId', m.id) as after
                from ticket t, message m) made
    )${mail}
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, t.state,
           t.created_at as "createdAt", (select ${messagesJson(ctx)} from message m) as messages
      from ticket t`
  if (!ticket) throw invalid('customerId', 'must be the ID of an existing customer')
  return ticket
}

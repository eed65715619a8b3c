import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { answerMail } from './answer-mail.ts'
import type { MessageBody } from './message-body.ts'
import { messagesJson } from './messages-json.ts'
import { inItsPlace } from './survivor-of.ts'
import { ticketMustExist } from './ticket-must-exist.ts'
import { userOf, type TicketWithMessages } from './ticket.ts'

/**
 * Adds the company's answer to a conversation, which reopens it if it was closed, and mails it to the customer. A live chat is answered in the chat,
 * not here. Throws `forbidden`, `not_found`, `conflict`.
 */
export async function replyToTicket(
  ctx: Ctx,
  id: string,
  body: MessageBody,
  messageId = newId(),
): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:write')
  const [ticket] = await ctx.sql<TicketWithMessages[]>`
    with ticket as (
      select * from tickets
       where company_id = ${ctx.company.companyId} and id = ${id} and source <> 'chat' and merged_into is null for update
    ), answered as (
      update tickets t set state = 'answered' from ticket old
       where t.company_id = ${ctx.company.companyId} and t.id = old.id and old.state <> 'answered'
    ), message as (
      insert into ticket_messages (company_id, id, ticket_id, invoice_id, state, by_customer, author, body_html,
                                   body_text, posted_at, user_id)
      select company_id, ${messageId}::uuid, id, invoice_id, 'answered', false, ${ctx.company.name}, ${body.html},
             ${body.text}, ${ctx.now}::timestamptz, ${userOf(ctx)}::uuid
        from ticket
      returning *
    ), event as (
      ${insertEvent(ctx, 'ticket.employee_replied')}
        from (select t.company_id, t.id, jsonb_build_object('state', t.state) as before,
                     jsonb_build_object('state', 'answered', 'messageId', m.id) as after
                from ticket t, message m) reply
    ), mail as (${answerMail(ctx, body)})
    select t.id, t.invoice_id as "invoiceId", t.customer_id as "customerId", t.title, t.source, 'answered' as state,
           t.created_at as "createdAt",
           (select ${messagesJson(ctx)}
              from (select * from ticket_messages where company_id = t.company_id and ticket_id = t.id
                    union all select * from message) m) as messages
      from ticket t`
  if (ticket) return ticket
  const instead = await inItsPlace(ctx, id, (survivor) => replyToTicket(ctx, survivor, body, messageId))
  if (instead) return instead.done
  await ticketMustExist(ctx, id)
  throw conflict('ticket_is_chat', 'A conversation from the live chat cannot be answered here.')
}

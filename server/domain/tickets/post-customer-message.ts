import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import type { MessageBody } from './message-body.ts'

/**
 * Adds the customer's word to a conversation, which is unanswered then, also when it was closed. Returns the id of the
 * message. Throws `not_found`, also for a live chat, which goes on in the chat.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function postCustomerMessage(
  ctx: Ctx,
  id: string,
  { author, body }: { author: string; body: MessageBody },
): Promise<string> {
  const [message] = await ctx.sql<{ id: string }[]>`
    with ticket as (
      select * from tickets
       where company_id = ${ctx.company.companyId} and id = ${id} and source <> 'chat' for update
    ), waits as (
      update tickets t set state = 'unanswered' from ticket old
       where t.company_id = ${ctx.company.companyId} and t.id = old.id and old.state <> 'unanswered'
    ), message as (
      insert into ticket_messages (company_id, id, ticket_id, invoice_id, state, by_customer, author, body_html,
                                   body_text, posted_at)
      select company_id, ${newId()}::uuid, id, invoice_id, 'unanswered', true, ${author}, ${body.html}, ${body.text},
             ${ctx.now}::timestamptz
        from ticket
      returning *
    ), event as (
      ${insertEvent(ctx, 'ticket.customer_replied')}
        from (select t.company_id, t.id, jsonb_build_object('state', t.state) as before,
                     jsonb_build_object('state', 'unanswered', 'messageId', m.id) as after
                from ticket t, message m) said
    )
    select id from message`
  if (!message) throw notFound('ticket')
  return message.id
}

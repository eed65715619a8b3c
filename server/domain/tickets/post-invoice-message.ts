import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { answerMail } from './answer-mail.ts'
import type { MessageBody } from './message-body.ts'
import { invoiceTicketTitles, userOf } from './ticket.ts'

/** A message just added to an invoice's conversation. */
export interface PostedMessage {
  id: string
  text: string
  byCustomer: boolean
  postedAt: Instant
}

/**
 * Adds a message to the conversation of an invoice, which begins with it if there was none (an upsert: two first
 * messages at once are one conversation). A customer's word leaves it unanswered, also when it was closed; ours leaves
 * it answered, or closed if it was: nobody waits then; it goes to the customer by mail too. The lock on `old` makes the event's `before` the state that this
 * message met, where others write at the same time. Called by verbs that have asked for permission.
 * Throws `not_found`.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for tickets:write
export async function postInvoiceMessage(
  ctx: Ctx,
  invoiceId: string,
  { byCustomer, author, body }: { byCustomer: boolean; author: string; body: MessageBody },
): Promise<PostedMessage> {
  const state = byCustomer ? 'unanswered' : 'answered'
  const mail = byCustomer ? ctx.sql`` : ctx.sql`, mail as (${answerMail(ctx, body)})`
  const [message] = await ctx.sql<{ id: string }[]>`
    with old as (
      select state from tickets where company_id = ${ctx.company.companyId} and invoice_id = ${invoiceId} for update
    ), ticket as (
      insert into tickets as t (company_id, id, invoice_id, customer_id, title, source, state, created_at)
      select company_id, ${newId()}::uuid, id, customer_id,
             replace(${invoiceTicketTitles[ctx.company.locale]}, '#', external_number), 'portal', ${state},
             ${ctx.now}::timestamptz
        from invoices left join old on true
       where company_id = ${ctx.company.companyId} and id = ${invoiceId}
      on conflict (company_id, invoice_id) do update
        set state = case when t.state = 'archived' and not ${byCustomer}::boolean then 'archived' else ${state} end
      returning t.*, xmax = 0 as is_new
    ), message as (
      insert into ticket_messages (company_id, id, ticket_id, invoice_id, state, by_customer, author, body_html,
                                   body_text, posted_at, user_id)
      select company_id, ${newId()}::uuid, id, invoice_id, state, ${byCustomer}::boolean, ${author}, ${body.html},
             ${body.text}, ${ctx.now}::timestamptz, ${byCustomer ? null : userOf(ctx)}::uuid
        from ticket
      returning id
    ), change as (
      select t.company_id, t.id, t.is_new, (select jsonb_build_object('state', state) from old) as before,
             jsonb_build_object('state', t.state, 'messageId', m.id) as after
        from ticket t, message m
    ), created as (
      ${insertEvent(ctx, 'ticket.created')} from change where is_new
    ), replied as (
      ${insertEvent(ctx, byCustomer ? 'ticket.customer_replied' : 'ticket.employee_replied')}
        from change where not is_new
    )${mail}
    select id from message`
  if (!message) throw notFound('invoice')
  return { id: message.id, text: body.text, byCustomer, postedAt: ctx.now.toISOString() }
}

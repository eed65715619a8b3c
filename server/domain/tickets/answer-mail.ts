import type { Ctx } from '../../kernel/context.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { MessageBody } from './message-body.ts'

/**
 * The insert of the mail that brings a customer the company's answer, for a statement with the CTEs `ticket` and
 * `message`: once per message, and not from a live chat. It goes to the customer's present address, else to the one that
 * the invoice was made out to, in the invoice's language.
 */
export const answerMail = (ctx: Ctx, body: MessageBody) =>
  insertMail(
    ctx,
    {
      template: 'ticket-answer',
      to: ctx.sql`coalesce(nullif(c.email, ''), i.recipient->>'email')`,
      locale: ctx.sql`i.locale`,
      params: { answer: body.text },
      // Either API's id of an invoice opens its page; the hexadecimal one can be written here.
      paramsOfRow: ctx.sql`jsonb_build_object(
        'title', t.title, 'ticketId', t.id,
        'name', coalesce(nullif(concat_ws(' ', nullif(i.recipient->'name'->>'firstName', ''),
          nullif(i.recipient->'name'->>'infix', ''), nullif(i.recipient->'name'->>'lastName', '')), ''), c.name, ''),
        'url', '/public-invoice/' || replace(i.id::text, '-', '') || lpad(to_hex(i.company_id), 8, '0') || '/pay/'
          || i.link_token)`,
      about: { kind: 'message', id: ctx.sql`said.id` },
    },
    ctx.sql`
      from message said join ticket t on t.source <> 'chat'
      left join invoices i on i.company_id = ${ctx.company.companyId} and i.id = t.invoice_id
      left join customers c on c.company_id = ${ctx.company.companyId} and c.id = t.customer_id`,
  )

import { atomically, type Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Upload } from '../documents/upload.ts'
import { attachUpload } from '../tickets/attach-upload.ts'
import { createTicket } from '../tickets/create-ticket.ts'
import type { MessageBody } from '../tickets/message-body.ts'
import { postCustomerMessage } from '../tickets/post-customer-message.ts'
import { personName } from '../customers/customer.ts'
import type { Recipient } from '../customers/customer.ts'
import { getOwnConversation } from './list-own-conversations.ts'
import { getOwnCustomer } from './list-own-customers.ts'

/** Begins a conversation with the company as one of one's own customers. Returns its id. Throws `forbidden`, `not_found`. */
export async function askCompany(
  ctx: Ctx,
  customerId: string,
  { title, body, uploads }: { title: string; body: MessageBody; uploads: readonly Upload[] },
): Promise<string> {
  allow(ctx.actor, 'tickets:write')
  await getOwnCustomer(ctx, customerId)
  return atomically(ctx, async (inside) => {
    const ticket = await createTicket(inside, { customerId, title, body, byCustomer: true })
    for (const upload of uploads) await attachUpload(inside, ticket.id, ticket.messages[0]!.id, upload)
    return ticket.id
  })
}

/** Says something more in a conversation of one's own, which reopens it. Throws `forbidden`, `not_found`. */
export async function sayMore(
  ctx: Ctx,
  ticketId: string,
  { body, uploads }: { body: MessageBody; uploads: readonly Upload[] },
): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  await getOwnConversation(ctx, ticketId)
  await atomically(ctx, async (inside) => {
    const author = await ownName(inside, ticketId)
    const messageId = await postCustomerMessage(inside, ticketId, { author, body })
    for (const upload of uploads) await attachUpload(inside, ticketId, messageId, upload)
  })
}

/** How the customer of a conversation is called there: as the invoice has it that it is about, else as the customer is. */
async function ownName({ sql, company }: Ctx, ticketId: string): Promise<string> {
  const [row] = await sql<[{ name: string | null; recipient: Recipient | null }]>`
    select c.name, i.recipient from tickets t
      left join customers c on c.company_id = t.company_id and c.id = t.customer_id
      left join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
     where t.company_id = ${company.companyId} and t.id = ${ticketId}`
  return (row.recipient ? personName(row.recipient) : row.name) ?? ''
}

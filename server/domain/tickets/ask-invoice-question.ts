import { atomically, type Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { personName } from '../customers/customer.ts'
import type { Upload } from '../documents/upload.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { attachUpload } from './attach-upload.ts'
import type { MessageBody } from './message-body.ts'
import { postInvoiceMessage, type PostedMessage } from './post-invoice-message.ts'

/**
 * The recipient's question, by the secret link of the invoice, with what is attached to it. Throws `forbidden`, `not_found`,
 * `unavailable` (an upload took too long).
 */
export async function askInvoiceQuestion(
  ctx: Ctx,
  id: string,
  token: string,
  body: MessageBody,
  uploads: readonly Upload[] = [],
): Promise<PostedMessage> {
  allow(ctx.actor, 'tickets:write')
  const { recipient } = await getPublicInvoice(ctx, id, token)
  const said = { byCustomer: true, author: personName(recipient), body }
  if (uploads.length === 0) return postInvoiceMessage(ctx, id, said)
  return atomically(ctx, async (inside) => {
    const message = await postInvoiceMessage(inside, id, said)
    const [ticket] = await inside.sql<[{ id: string }]>`
      select ticket_id as id from ticket_messages
       where company_id = ${ctx.company.companyId} and id = ${message.id}`
    for (const upload of uploads) await attachUpload(inside, ticket.id, message.id, upload)
    return message
  })
}

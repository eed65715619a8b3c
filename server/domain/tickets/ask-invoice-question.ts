import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { personName } from '../customers/customer.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import type { MessageBody } from './message-body.ts'
import { postInvoiceMessage, type PostedMessage } from './post-invoice-message.ts'

/** The recipient's question, by the secret link of the invoice. Throws `forbidden`, `not_found`. */
export async function askInvoiceQuestion(
  ctx: Ctx,
  id: string,
  token: string,
  body: MessageBody,
): Promise<PostedMessage> {
  allow(ctx.actor, 'tickets:write')
  const { recipient } = await getPublicInvoice(ctx, id, token)
  return postInvoiceMessage(ctx, id, { byCustomer: true, author: personName(recipient), body })
}

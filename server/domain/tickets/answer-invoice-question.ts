import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { MessageBody } from './message-body.ts'
import { postInvoiceMessage, type PostedMessage } from './post-invoice-message.ts'

/** The company's message to the recipient of an invoice. Throws `forbidden`, `not_found`. */
export async function answerInvoiceQuestion(
  ctx: Ctx,
  invoiceId: string,
  body: MessageBody,
): Promise<PostedMessage> {
  allow(ctx.actor, 'tickets:write')
  return postInvoiceMessage(ctx, invoiceId, { byCustomer: false, author: ctx.company.name, body })
}

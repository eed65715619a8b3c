import type { Ctx } from '../../kernel/context.ts'
import { personName } from '../customers/customer.ts'
import { getPublicInvoice } from '../invoices/get-public-invoice.ts'
import { allow } from '../../kernel/permissions.ts'
import { bodyFromText } from './message-body.ts'
import { postInvoiceMessage, type PostedMessage } from './post-invoice-message.ts'

/** The recipient's question, by the invoice's secret link. Throws `not_found`, `invalid`. */
export async function askInvoiceQuestion(ctx: Ctx, id: string, token: string, text: unknown): Promise<PostedMessage> {
  allow(ctx.actor, 'invoices:read')
  const invoice = await getPublicInvoice(ctx, id, token)
  return postInvoiceMessage(ctx, id, { byCustomer: true, author: personName(invoice.recipient), body: bodyFromText(text) })
}

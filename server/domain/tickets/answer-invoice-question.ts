import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { bodyFromText } from './message-body.ts'
import { postInvoiceMessage, type PostedMessage } from './post-invoice-message.ts'

/**
 * The company's message to the recipient of an invoice. What is missing goes before what is malformed: a bad text for an
 * unknown invoice is `not_found`. Throws `forbidden`, `not_found`, `invalid`.
 */
export async function answerInvoiceQuestion(ctx: Ctx, invoiceId: string, text: unknown): Promise<PostedMessage> {
  allow(ctx.actor, 'tickets:write')
  try {
    return await postInvoiceMessage(ctx, invoiceId, { byCustomer: false, author: ctx.company.name, body: bodyFromText(text) })
  } catch (error) {
    await invoiceMustExist(ctx, invoiceId)
    throw error
  }
}

/** Throws `not_found` unless the company has this invoice. */
export async function invoiceMustExist(ctx: Ctx, id: string): Promise<void> {
  const [invoice] = await ctx.sql`select 1 from invoices where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!invoice) throw notFound('invoice')
}

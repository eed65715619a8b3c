import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'
import { markForSupport } from './mark-for-support.ts'

/**
 * Hands the conversation of an invoice to the support team: a mark beside its state, once. Nothing happens where nobody
 * has said a word. Throws `forbidden`, `not_found` (invoice).
 */
export async function assignToSupport(ctx: Ctx, invoiceId: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  if (!(await markForSupport(ctx, ctx.sql`invoice_id = ${invoiceId}`))) await invoiceMustExist(ctx, invoiceId)
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'
import { closing } from './closing.ts'

/** Closes the conversation of an invoice, if there is one that is open. Throws `forbidden`, `not_found` (invoice). */
export async function archiveConversation(ctx: Ctx, invoiceId: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const [closed] =
    await ctx.sql`with ${closing(ctx, ctx.sql`invoice_id = ${invoiceId}`)} select id from closed`
  if (!closed) await invoiceMustExist(ctx, invoiceId)
}

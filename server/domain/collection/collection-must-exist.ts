import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { invoiceMustExist } from '../invoices/invoice-must-exist.ts'

/** Throws `not_found` (invoice), `conflict` where its batch was not transmitted, or never will be. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function collectionMustExist(ctx: Ctx, invoiceId: string): Promise<void> {
  const [collection] = await ctx.sql`
    select 1 from collections where company_id = ${ctx.company.companyId} and id = ${invoiceId}`
  if (collection) return
  await invoiceMustExist(ctx, invoiceId)
  throw conflict('invoice_not_transmitted', 'The invoice is not collected: its import was not transmitted.')
}

import type { Ctx, Tx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'

/** Makes every other change of the invoice wait for the end of this transaction. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function lockInvoice(ctx: Ctx & { sql: Tx }, id: string): Promise<void> {
  const [locked] = await ctx.sql`
    select 1 from invoices where company_id = ${ctx.company.companyId} and id = ${id} for update`
  if (!locked) throw notFound('invoice')
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'

/** Tells a missing invoice from a request that is refused for another reason. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function invoiceMustExist(ctx: Ctx, id: string): Promise<void> {
  const [invoice] =
    await ctx.sql`select 1 from invoices where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!invoice) throw notFound('invoice')
}

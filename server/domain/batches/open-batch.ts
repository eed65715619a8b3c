import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'

/** Why a change that only an open batch takes found no row. Throws `not_found`, else `conflict`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function refuseUnlessOpen(ctx: Ctx, id: string): Promise<never> {
  const [batch] = await ctx.sql`
    select from batches where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!batch) throw notFound('batch')
  throw conflict('batch_already_transmitted', 'The import was transmitted already and cannot be changed.')
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { payoutColumns, type Payout } from './payout.ts'

/** One payout. Throws `forbidden`, `not_found`. */
export async function getPayout(ctx: Ctx, id: string): Promise<Payout> {
  allow(ctx.actor, 'invoices:read')
  const [payout] = await ctx.sql<Payout[]>`
    select ${payoutColumns(ctx)} from payouts o where o.company_id = ${ctx.company.companyId} and o.id = ${id}`
  if (!payout) throw notFound('payout')
  return payout
}

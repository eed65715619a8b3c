import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { ageingColumns, parseReportDay, standingOn, type Ageing } from './ageing.ts'

/**
 * What was outstanding at the end of a day on the company's clock, by age; today's when no day is given. Throws
 * `forbidden`, `invalid`.
 */
export async function getOutstanding(ctx: Ctx, asOf?: string): Promise<Ageing & { asOf: PlainDate }> {
  allow(ctx.actor, 'invoices:read')
  const day = parseReportDay(ctx, asOf)
  const [row] = await ctx.sql<
    [Ageing]
  >`with ${standingOn(ctx, day)} select ${ageingColumns(ctx)} from standing`
  return { asOf: day, ...row }
}

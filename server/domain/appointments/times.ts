import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'

const MAX_MS = 31 * 24 * 3600 * 1000
const EXCLUSION_VIOLATION = '23P01'

/** Throws `invalid` for what no appointment can last. */
export function checkTimes(startsAt: Date, endsAt: Date): void {
  if (endsAt <= startsAt) throw invalid('endsAt', 'must be after startsAt')
  if (endsAt.getTime() - startsAt.getTime() > MAX_MS)
    throw invalid('endsAt', 'must be at most 31 days after startsAt')
}

/**
 * A query for those in that time that were made while the company let them overlap: the constraint does not know them.
 * `id`: that one is not looked at.
 */
export const overlapping = (ctx: Ctx, startsAt: Date, endsAt: Date, id: string | null) => ctx.sql`
  select from appointments o
   where o.company_id = ${ctx.company.companyId} and not o.exclusive and o.status <> 'canceled'
     and o.starts_at < ${endsAt} and o.ends_at > ${startsAt}
     and o.starts_at > ${startsAt}::timestamptz - interval '31 days'
     and o.id is distinct from ${id}::uuid`

/** What the constraint refuses is no row. */
export function refusedOverlap(error: { code?: string }): never[] {
  if (error.code !== EXCLUSION_VIOLATION) throw error
  return []
}

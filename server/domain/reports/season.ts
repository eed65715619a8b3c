import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, shiftDay, type PlainDate } from '../../kernel/time.ts'

/** Some days, the first and the last included. */
export interface Stretch {
  from: PlainDate
  to: PlainDate
}

/** The season that a day is in: twelve months from the first of the month (1 to 12) in which seasons begin. */
export function seasonOf(day: PlainDate, startMonth: number): Stretch {
  const first = `${day.slice(0, 4)}-${String(startMonth).padStart(2, '0')}-01`
  const from = first <= day ? first : shiftDay(first, { years: -1 })
  return { from, to: shiftDay(shiftDay(from, { years: 1 }), { days: -1 }) }
}

export interface Season extends Stretch {
  startMonth: number
  /** On the company's clock. */
  today: PlainDate
}

/** The season that the company is in. Throws `forbidden`. */
export async function getSeason(ctx: Ctx): Promise<Season> {
  allow(ctx.actor, 'invoices:read')
  const { companyId, timeZone } = ctx.company
  const [{ startMonth }] = await ctx.sql<[{ startMonth: number }]>`
    select season_month as "startMonth" from companies where company_id = ${companyId}`
  const today = dayIn(ctx.now, timeZone)
  return { startMonth, today, ...seasonOf(today, startMonth) }
}

import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'

/** Says in which month (1 to 12) the company's seasons begin: what reports compare. Throws `forbidden`, `invalid`. */
export async function setSeason(ctx: Ctx, startMonth: number): Promise<void> {
  allow(ctx.actor, 'company:write')
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12)
    throw invalid('startMonth', 'must be a month, 1 to 12')
  await ctx.sql`
    with company as (
      update companies c set season_month = ${startMonth}
        from companies old
       where c.company_id = ${ctx.company.companyId} and old.company_id = c.company_id
         and old.season_month <> ${startMonth}
      returning c.company_id, c.id, jsonb_build_object('startMonth', old.season_month) as before,
                jsonb_build_object('startMonth', c.season_month) as after
    )
    ${insertEvent(ctx, 'company.season_changed')} from company`
}

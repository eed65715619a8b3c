import type { Ctx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { insertEvent } from '../events/event.ts'

/** Moves the company to another plan; every process forgets what it knew of the old one. */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator
export async function changePlan(ctx: Ctx, plan: string): Promise<void> {
  const [changed] = await ctx.sql`
    with company as (
      update companies c set plan = p.name
        from plans p, companies old
       where c.company_id = ${ctx.company.companyId} and p.name = ${plan} and old.company_id = c.company_id
      returning c.company_id, c.id, jsonb_build_object('plan', old.plan) as before,
                jsonb_build_object('plan', c.plan) as after
    ), event as (${insertEvent(ctx, 'company.plan_changed')} from company)
    select pg_notify('access_changed', '') from company`
  if (!changed) throw new BalieError('not_found', 'plan', `There is no plan ${plan}.`)
}

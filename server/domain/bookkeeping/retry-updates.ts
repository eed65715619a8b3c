import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { addRegisterPaymentJob } from './insert-update.ts'

/** Tries at once what is not registered in the bookkeeping yet. Answers how many payments. Throws `forbidden`. */
export async function retryUpdates(ctx: Ctx): Promise<number> {
  allow(ctx.actor, 'invoices:write')
  const [{ retried }] = await ctx.sql<[{ retried: number }]>`
    with again as (
      update bookkeeping_updates u set state = 'pending', attempts = 0, updated_at = ${ctx.now}
        from bookkeeping_connections b
       where u.company_id = ${ctx.company.companyId} and u.state <> 'done' and b.company_id = u.company_id
      returning u.company_id, u.id, b.id as connection_id
    ), jobs as (select ${addRegisterPaymentJob(ctx.sql, ctx.now)} from again),
    counted as (
      select company_id, connection_id as id, null as before, jsonb_build_object('payments', count(*)) as after
        from again group by 1, 2
    ), event as (${insertEvent(ctx, 'bookkeeping.retried')} from counted)
    select (select count(*) from jobs) as retried`
  return retried
}

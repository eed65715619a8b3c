import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { dayIn } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'

/** Kinds of invoices that come without a batch, and what the batches of their months are called. */
const titles = { portal: 'Portal', ideal: 'iDEAL' }

/**
 * The batch of this month for invoices that came without one, made when it is not there yet: CTEs of which the last,
 * `batch`, has its id. Nothing is made unless the CTE `guard` has a row. Looked up first, so that only the first invoice
 * of a month writes; who loses the race for that gets the winner's row (the update changes nothing, but returns it).
 * Such invoices go out at once, so their batch counts as transmitted.
 */
export function monthlyBatch(ctx: Ctx, guard: string, kind: keyof typeof titles = 'portal') {
  const month = dayIn(ctx.now, ctx.company.timeZone).slice(0, 7)
  const key = `${kind} ${month}`
  return ctx.sql`
    known_batch as (
      select id from batches where company_id = ${ctx.company.companyId} and monthly_key = ${key}
    ), new_batch as (
      insert into batches (company_id, id, title, monthly_key, transmitted_at, created_at)
      select ${ctx.company.companyId}::integer, ${newId()}::uuid, ${`${titles[kind]} (${month})`}, ${key},
             ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
        from ${ctx.sql(guard)} where not exists (select from known_batch)
      on conflict (company_id, monthly_key) do update set monthly_key = excluded.monthly_key
      returning company_id, id, xmax = 0 as is_new, null as before, jsonb_build_object('title', title) as after
    ), batch_event as (${insertEvent(ctx, 'batch.created')} from new_batch where is_new),
    batch as (select id from known_batch union all select id from new_batch)`
}

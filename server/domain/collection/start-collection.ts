import type { Ctx } from '../../kernel/context.ts'
import { dayIn } from '../../kernel/time.ts'
import { addCollectJob } from './collect-job.ts'
import { defaultSettings } from './settings.ts'

/**
 * CTEs that begin the collection of a batch, for the statement that transmits it: `batch` is the CTE of its row. Its
 * settings are copied from the profile unless it has its own, each invoice is due its first request, and the job that
 * sends them is added; `collect_job` must be read for that. A question that waits for its answer stops its invoice.
 */
export function startCollection(ctx: Ctx, batch: string) {
  const { sql, company, now } = ctx
  const today = dayIn(now, company.timeZone)
  return sql`
    wanted as (
      select b.company_id, b.id, coalesce(own.settings, p.settings, ${sql.json(defaultSettings as never)}::jsonb) as settings
        from ${sql(batch)} b
        left join batch_settings own on own.company_id = b.company_id and own.id = b.id
        left join collection_profiles p on p.company_id = b.company_id
    ), settled as (
      insert into batch_settings (company_id, id, settings) select company_id, id, settings from wanted
      on conflict (company_id, id) do nothing
    ), begun as (
      insert into collections (company_id, id, batch_id, due_on, next_step, next_at, paused_at, started_at)
      select i.company_id, i.id, i.batch_id,
             coalesce(i.due_on, ${today}::date + (w.settings->>'dueDays')::integer), 'request1',
             case when i.outstanding_cents > 0 and i.retracted_at is null then ${now}::timestamptz end,
             case when t.state = 'unanswered' then ${now}::timestamptz end, ${now}::timestamptz
        from wanted w join invoices i on i.company_id = w.company_id and i.batch_id = w.id
        left join tickets t on t.company_id = i.company_id and t.invoice_id = i.id
       order by i.id
      returning company_id, id, paused_at
    ), held as (
      insert into collection_holds (company_id, id, invoice_id, kind, reason, actor, since)
      select company_id, gen_random_uuid(), id, 'question', 'a question is not answered yet', 'system:collection', paused_at
        from begun where paused_at is not null
    ), collect_job as (select ${addCollectJob(sql, ctx)} as id from wanted)`
}

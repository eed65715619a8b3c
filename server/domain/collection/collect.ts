import type { Ctx, Db } from '../../kernel/context.ts'
import type { Clock } from '../../kernel/time.ts'
import { findCompany } from '../companies/company.ts'
import type { CollectJob } from './collect-job.ts'
import { dispatch } from './dispatch.ts'
import { queueDue } from './queue-due.ts'
import type { Step } from './schedule.ts'
import type { CollectionSettings } from './settings.ts'

interface Work {
  companyId: number
  batchId: string
  settings: CollectionSettings
  /** Steps that are due; empty where only messages are queued. */
  due: Step[]
}

/** Batches with something to do. Unscoped: for the job. */
// The look at each batch's steps is a few index entries, however many invoices it has.
const findWork = (sql: Db, now: Date, companyId: number | undefined) => sql<Work[]>`
  select s.company_id as "companyId", s.id as "batchId", s.settings,
         coalesce(due.steps, '[]'::json) as due
    from batch_settings s
    left join lateral (
      select json_agg(step) as steps
        from unnest(array['request1', 'request2', 'reminder1', 'reminder2', 'reminder3', 'overdue', 'final_notice',
                          'chargeback']) as step
       where exists (select from collections c
                      where c.company_id = s.company_id and c.batch_id = s.id and c.next_step = step
                        and c.next_at <= ${now} and c.paused_at is null)
    ) due on true
   where (${companyId ?? null}::integer is null or s.company_id = ${companyId ?? null})
     and (due.steps is not null or exists (select from collection_messages m
           where m.company_id = s.company_id and m.batch_id = s.id and m.state = 'queued'))
   order by s.company_id, s.id`

/**
 * Does all that is due in the collection of invoices now: queues the messages of the steps that are due, and lets go
 * what may leave. What it does depends on the clock and the rows alone, so that it may be run at any time, by any number
 * of workers, and be stopped anywhere. Returns what it did.
 */
export async function collect(
  { sql, clock }: { sql: Db; clock: Clock },
  { companyId }: CollectJob,
): Promise<{ taken: number; left: number }> {
  const done = { taken: 0, left: 0 }
  for (const { companyId: number, batchId, settings, due } of await findWork(sql, clock.now(), companyId)) {
    const company = await findCompany(sql, number)
    if (!company) continue
    const ctx = (): Ctx & { sql: Db } => ({
      sql,
      company,
      actor: { kind: 'system', id: 'collection', permissions: 'all' },
      now: clock.now(),
    })
    const batch = { batchId, settings }
    for (const step of due) done.taken += await untilNone(() => queueDue(ctx(), batch, step))
    done.left += await untilNone(() => dispatch(ctx(), batch))
  }
  return done
}

async function untilNone(work: () => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const count = await work()
    if (count === 0) return total
    total += count
  }
}

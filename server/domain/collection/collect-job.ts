import type { Ctx, Db, Tx } from '../../kernel/context.ts'

/** The job that does what is due in the collection of invoices: of one company, or of all. */
export const COLLECT = 'collect'

export interface CollectJob {
  companyId?: number
}

/** Adds the job for the company, to run at once. One waits at most. */
export const addCollectJob = (sql: Db | Tx, ctx: Ctx) => sql`
  (graphile_worker.add_job(${COLLECT}::text, json_build_object('companyId', ${ctx.company.companyId}::integer),
    job_key := ${`${COLLECT} ${ctx.company.companyId}`}::text)).id`

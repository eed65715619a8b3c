import type { Ctx, Db, Tx } from '../../kernel/context.ts'

/** The job that goes on with a bulk. */
export const RUN_BULK = 'run-invoice-bulk'

export interface BulkJob {
  companyId: number
  bulkId: string
}

/** Adds the job, as the value of a column. */
export const addBulkJob = (sql: Db | Tx, ctx: Pick<Ctx, 'company'>, bulkId: string) => sql`
  (graphile_worker.add_job(${RUN_BULK}::text,
    json_build_object('companyId', ${ctx.company.companyId}::integer, 'bulkId', ${bulkId}::text))).id`

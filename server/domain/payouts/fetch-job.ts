import type { Db, Tx } from '../../kernel/context.ts'

/** The job that asks a company's provider for its payouts. */
export const FETCH_PAYOUTS = 'fetch-payouts'

/** The job that finds the companies whose providers are to be asked. */
export const PLAN_PAYOUTS = 'plan-payouts'

export interface FetchPayoutsJob {
  companyId: number
}

/** Adds the job for the row at hand (column company_id); there is one per company. */
export const addFetchPayoutsJob = (sql: Db | Tx) => sql`
  graphile_worker.add_job(${FETCH_PAYOUTS}::text, json_build_object('companyId', company_id),
    queue_name := 'fetch-payouts ' || company_id::text, job_key := 'fetch-payouts ' || company_id::text,
    max_attempts := 3)`

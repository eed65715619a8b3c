import type { Db, Tx } from '../../kernel/context.ts'

/** The job that charges a term to the mandate of its subscription, first and again after a failure. */
export const CHARGE_TERM = 'charge-term'

export interface ChargeTermJob {
  companyId: number
  periodId: string
}

/** Adds the job for the term at hand (columns company_id and id); there is one per term. */
export const addChargeTermJob = (sql: Db | Tx, runAt: Date) => sql`
  graphile_worker.add_job(${CHARGE_TERM}::text, json_build_object('companyId', company_id, 'periodId', id),
    job_key := 'charge-term ' || id::text, run_at := ${runAt}::timestamptz)`

import type { Ctx } from '../../kernel/context.ts'

/** The job that bills the terms that have begun: every few minutes for all companies, at once for one that needs it. */
export const RENEW_SUBSCRIPTIONS = 'renew-subscriptions'

export interface RenewSubscriptionsJob {
  /** Left out: all of them. */
  companyId?: number
}

/** Adds the job for the company of the row at hand (column company_id). Of many before the next run, one is left. */
export const addRenewalJob = (ctx: Ctx) => ctx.sql`
  graphile_worker.add_job(${RENEW_SUBSCRIPTIONS}::text, json_build_object('companyId', company_id),
    job_key := 'renew-subscriptions ' || company_id::text, run_at := ${ctx.now}::timestamptz)`

import type { Db, Tx } from '../../kernel/context.ts'

/** The job that looks how a payment stands, or orders a charge. Its payload names the row. */
export const SYNC_PAYMENT = 'sync-payment'

export interface SyncPaymentJob {
  companyId: number
  paymentId: string
}

/** Adds the job for the row at hand (columns company_id and id); there is one per payment, the last one asked for. */
export const addSyncPaymentJob = (sql: Db | Tx, runAt: Date) => sql`
  graphile_worker.add_job(${SYNC_PAYMENT}::text, json_build_object('companyId', company_id, 'paymentId', id),
    queue_name := 'sync-payment ' || id::text, job_key := 'sync-payment ' || id::text,
    run_at := ${runAt}::timestamptz)`

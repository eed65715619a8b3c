import type { Fragment } from 'postgres'
import type { Db, Tx } from '../../kernel/context.ts'

/** The job that makes one attempt at a text message. Its payload names the row. */
export const SEND_SMS = 'send-sms'

export interface SendSmsJob {
  companyId: number
  messageId: string
}

/** Adds the job for the row at hand (columns company_id and id): one at most waits for each message. */
export const addSendSmsJob = (sql: Db | Tx, runAt: Date | Fragment) => sql`
  (graphile_worker.add_job(${SEND_SMS}::text, json_build_object('companyId', company_id, 'messageId', id),
    job_key := 'send-sms ' || id::text, run_at := ${runAt}::timestamptz, priority := 10::smallint)).id`

import type { Ctx, Db, Tx } from '../../kernel/context.ts'

/** The job that carries a payment to the bookkeeping. Its payload names the row. */
export const REGISTER_PAYMENT = 'register-payment'

export interface RegisterPaymentJob {
  companyId: number
  lineId: string
}

/**
 * CTEs for a statement that adds payment lines: where the company has a bookkeeping, a row that says what is to be
 * registered there, and the job that does it. `lines` is the CTE of the payment lines; `bookkeeping_job` must be read
 * for the jobs to be added.
 */
export function insertBookkeepingUpdate(ctx: Ctx, lines: string) {
  return ctx.sql`
    bookkeeping_update as (
      insert into bookkeeping_updates (company_id, id, invoice_id, state, created_at, updated_at)
      select l.company_id, l.id, l.invoice_id, 'pending', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
        from ${ctx.sql(lines)} l join bookkeeping_connections b on b.company_id = l.company_id
      returning company_id, id
    ), bookkeeping_job as (
      select ${addRegisterPaymentJob(ctx.sql, ctx.now)} from bookkeeping_update
    )`
}

/**
 * Adds the job for the row at hand (columns company_id and id). A queue of its own per payment: no two attempts at one
 * payment run at once, however they came to be.
 */
export const addRegisterPaymentJob = (sql: Db | Tx, runAt: Date) => sql`
  graphile_worker.add_job(${REGISTER_PAYMENT}::text, json_build_object('companyId', company_id, 'lineId', id),
    queue_name := 'register-payment ' || id::text, job_key := 'register-payment ' || id::text,
    run_at := ${runAt}::timestamptz)`

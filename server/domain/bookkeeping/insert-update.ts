import type { Ctx } from '../../kernel/context.ts'

/** The job that carries a payment to the bookkeeping. Its payload names the row. */
export const REGISTER_PAYMENT = 'register-payment'

export interface RegisterPaymentJob {
  companyId: number
  lineId: string
}

/**
 * CTEs for a statement that adds payment lines: where the company has a bookkeeping, a row that says what is to be
 * registered there, and the job that does it. `lines` is the CTE of the payment lines; `bookkeeping_job` must be read
 * for the jobs to be added. Tried 25 times, with gaps that grow to six hours: some four days in all.
 */
export function insertBookkeepingUpdate(ctx: Ctx, lines: string) {
  return ctx.sql`
    bookkeeping_update as (
      insert into bookkeeping_updates (company_id, id, invoice_id, state, created_at, updated_at)
      select l.company_id, l.id, l.invoice_id, 'pending', ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
        from ${ctx.sql(lines)} l join bookkeeping_connections b on b.company_id = l.company_id
      returning company_id, id
    ), bookkeeping_job as (
      select graphile_worker.add_job(${REGISTER_PAYMENT}::text,
               json_build_object('companyId', company_id, 'lineId', id), job_key := 'register-payment ' || id::text,
               max_attempts := 25)
        from bookkeeping_update
    )`
}

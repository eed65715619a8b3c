import type { Db, Tx } from '../../kernel/context.ts'

/**
 * The jobs of this module. All that send to one partner stand in one queue, which is worked on by one process at a time;
 * the trigger `owe_partner_change` adds the first of them too.
 */
export const TELL_PARTNER = 'tell-partner'
export const RUN_ROUND = 'run-notification-round'
export const BEGIN_ROUNDS = 'begin-notification-rounds'

/** What is to be told at once; without either, all results of payments that are owed. */
export interface TellPartnerJob {
  partnerId: string
  companyId: number
  invoiceId?: string
  paymentId?: string
}

export interface RunRoundJob {
  partnerId: string
}

const queueOf = (partnerId: string) => `partner ${partnerId}`

/** Adds a round of one partner, unless one waits already. */
export const addRound = (sql: Db | Tx, partnerId: string) => sql`
  select graphile_worker.add_job(${RUN_ROUND}::text, json_build_object('partnerId', ${partnerId}::text),
           queue_name := ${queueOf(partnerId)}, job_key := ${`${RUN_ROUND} ${partnerId}`}, max_attempts := 3)`

/** CTEs that owe the result in the rows of `from` (company_id, id, partner_id) to the partners' endpoints, with their job. */
export const owePaymentNotice = (
  sql: Db | Tx,
  { id, result, now, from }: { id: string; result: string; now: Date; from: string },
) => sql`
  notice as (
    insert into partner_payment_notices (company_id, id, partner_id, payment_id, result, created_at)
    select c.company_id, ${id}::uuid, c.partner_id, c.id, ${result}, ${now}::timestamptz
      from ${sql(from)} c join partner_endpoints e on e.partner_id = c.partner_id
    returning company_id, partner_id, payment_id
  ), notice_job as (
    select graphile_worker.add_job(${TELL_PARTNER}::text,
             json_build_object('partnerId', partner_id, 'companyId', company_id, 'paymentId', payment_id),
             queue_name := 'partner ' || partner_id::text)
      from notice
  )`

import { toCompany } from '../companies/company.ts'
import type { Company, Db, Tx } from '../../kernel/context.ts'
import type { Feature } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { WebhookType } from './webhook-type.ts'

/** An event as a webhook is told of it. */
export interface OwedEvent {
  id: string
  /** `customer.created`. */
  type: string
  subjectId: string
  at: Instant
  before: unknown
}

/** A delivery that is this process' to attempt, and all that this takes. */
export interface Claimed {
  deliveryId: string
  /** Of the schedule at hand; the first is 1. */
  attempt: number
  /** The endpoint's last answer was a failure. */
  failing: boolean
  /** What was sent at an earlier attempt. */
  body: string | null
  event: OwedEvent
  webhook: {
    id: string
    type: WebhookType
    url: string
    sealedSecret: Uint8Array
    previousSealedSecret: Uint8Array | null
    previousSecretUntil: Instant | null
  }
  company: Company
}

type Row = Omit<Claimed, 'event' | 'webhook' | 'company'> &
  OwedEvent & { eventId: string } & Claimed['webhook'] & {
    webhookId: string
    webhookType: WebhookType
  } & Omit<Company, 'features'> & { companyUuid: string; features: Feature[] }

/** An attempt takes half of that at most. Who takes longer is dead, and the delivery is due again. */
const CLAIM_SECONDS = 30

/** An endpoint that fails is asked by one request at a time. */
export const WHILE_FAILING = 1

/**
 * A CTE that lets its statement commit without waiting for the disk; it must be read. For what need not outlive a crash of
 * the database: a claim that is forgotten is due again, a success that is forgotten is told again.
 */
export const withoutSync = (sql: Db | Tx) => sql`
  without_sync as materialized (select set_config('synchronous_commit', 'off', true) is not null as done)`

/** Takes up to so many deliveries that are due, from who else may be taking: those that wait longest. */
export async function claimDeliveries(
  sql: Db,
  { companyId, webhookId }: { companyId: number; webhookId: string },
  limit: number,
): Promise<Claimed[]> {
  const rows = await sql<Row[]>`
    with ${withoutSync(sql)}, due as (
      select d.company_id, d.id
        from webhook_deliveries d join webhooks w on w.company_id = d.company_id and w.id = d.webhook_id
       where d.company_id = ${companyId} and d.webhook_id = ${webhookId} and d.state = 'pending'
         and d.next_attempt_at <= now() and w.disabled_at is null
         and (w.paused_until is null or w.paused_until <= now())
       order by d.next_attempt_at, d.event_seq
       limit (select case when failing_since is null then ${limit}::integer else least(${limit}::integer, ${WHILE_FAILING}::integer) end
                from webhooks where company_id = ${companyId} and id = ${webhookId})
         for update of d skip locked
    ), claimed as (
      update webhook_deliveries d
         set next_attempt_at = now() + make_interval(secs => ${CLAIM_SECONDS}::float8), attempts = d.attempts + 1
        from due where d.company_id = due.company_id and d.id = due.id
      returning d.*
    )
    select d.id as "deliveryId", d.attempts as attempt, w.failing_since is not null as failing, d.body, e.id as "eventId", e.type, e.subject_id as "subjectId",
           e.at, e.before, w.id as "webhookId", w.type as "webhookType", w.url, w.secret as "sealedSecret",
           w.previous_secret as "previousSealedSecret", w.previous_secret_until as "previousSecretUntil",
           c.company_id as "companyId", c.id as "companyUuid", c.name, c.locale, c.currency,
           c.time_zone as "timeZone", c.look, p.features
      from claimed d
      join webhooks w on w.company_id = d.company_id and w.id = d.webhook_id
      join events e on e.company_id = d.company_id and e.id = d.event_id
      join companies c on c.company_id = d.company_id
      join plans p on p.name = c.plan
     where (select done from without_sync)
     order by d.event_seq`
  return rows.map(toClaimed)
}

const toClaimed = (row: Row): Claimed => ({
  deliveryId: row.deliveryId,
  attempt: row.attempt,
  failing: row.failing,
  body: row.body,
  event: { id: row.eventId, type: row.type, subjectId: row.subjectId, at: row.at, before: row.before },
  webhook: {
    id: row.webhookId,
    type: row.webhookType,
    url: row.url,
    sealedSecret: row.sealedSecret,
    previousSealedSecret: row.previousSealedSecret,
    previousSecretUntil: row.previousSecretUntil,
  },
  company: toCompany({
    companyId: row.companyId,
    id: row.companyUuid,
    name: row.name,
    locale: row.locale,
    currency: row.currency,
    timeZone: row.timeZone,
    look: row.look,
    features: row.features,
  }),
})

/** Which webhooks are owed something that is due, and whether there are any at all that are on. */
export async function findDueWebhooks(
  sql: Db,
): Promise<{ any: boolean; due: { companyId: number; webhookId: string }[] }> {
  const [found] = await sql<[{ any: boolean; due: { companyId: number; webhookId: string }[] }]>`
    select exists (select from webhooks where disabled_at is null) as "any", (
      select coalesce(json_agg(json_build_object('companyId', w.company_id, 'webhookId', w.id)), '[]') from webhooks w
       where w.disabled_at is null and (w.paused_until is null or w.paused_until <= now()) and exists (
         select from webhook_deliveries d
          where d.company_id = w.company_id and d.webhook_id = w.id and d.state = 'pending'
            and d.next_attempt_at <= now())) as due`
  return found
}

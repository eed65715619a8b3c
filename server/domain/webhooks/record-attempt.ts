import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { insertEvent } from '../events/event.ts'
import { companyAddress, insertMail } from '../mails/insert-mail.ts'
import { withoutSync, type Claimed } from './claim-deliveries.ts'

/** One request to an endpoint and what came of it. */
export interface AttemptOutcome {
  at: Date
  durationMs: number
  /** Null when it could not be made. */
  body: string | null
  status: number | null
  error: string | null
  answer: string | null
}

/** What follows from a failure. */
export interface Failure {
  /** Undefined: there is no further attempt. */
  retryInSeconds: number | undefined
  /** The endpoint wants to be left alone that long, all of it. */
  pauseSeconds: number | undefined
  /** The endpoint says that it is gone for good. */
  gone: boolean
  /** Nothing was sent because of us: no fault of the endpoint's. */
  ours: boolean
}

/** After so long with nothing but failure a webhook is turned off. */
const FAILING_DAYS = 5

const attemptRow = (ctx: Ctx, { deliveryId, webhook }: Claimed, outcome: AttemptOutcome) => ctx.sql`
  attempt as (
    insert into webhook_attempts (company_id, id, delivery_id, at, duration_ms, url, status, error, answer)
    select company_id, ${newId()}::uuid, id, ${outcome.at}::timestamptz, ${outcome.durationMs}::integer,
           ${webhook.url}, ${outcome.status}::smallint, ${outcome.error}, ${outcome.answer}
      from webhook_deliveries where company_id = ${ctx.company.companyId} and id = ${deliveryId}
  )`

/** The endpoint has it: the delivery is done, and the webhook is well. */
// oxlint-disable-next-line house/ask-permission -- called by the worker, who acts as the system
export async function recordSuccess(ctx: Ctx, claimed: Claimed, outcome: AttemptOutcome): Promise<void> {
  await ctx.sql`
    with ${withoutSync(ctx.sql)}, ${attemptRow(ctx, claimed, outcome)},
    well as (
      update webhooks set failing_since = null, paused_until = null
       where company_id = ${ctx.company.companyId} and id = ${claimed.webhook.id} and failing_since is not null
    )
    update webhook_deliveries set state = 'delivered', body = ${outcome.body}
     where company_id = ${ctx.company.companyId} and id = ${claimed.deliveryId}
       and (select done from without_sync)`.catch(unlessDeleted)
}

/**
 * The endpoint does not have it. What is pending of a webhook that is turned off by this waits until it is turned on.
 * Returns whether it was turned off.
 */
// oxlint-disable-next-line house/ask-permission -- called by the worker, who acts as the system
export async function recordFailure(
  ctx: Ctx,
  claimed: Claimed,
  outcome: AttemptOutcome,
  { retryInSeconds, pauseSeconds, gone, ours }: Failure,
): Promise<{ disabled: boolean }> {
  const over = gone || retryInSeconds === undefined
  const [webhook] = await ctx.sql<{ disabled: boolean }[]>`
    with ${attemptRow(ctx, claimed, outcome)},
    old as (
      select company_id, id, disabled_at is null as was_on from webhooks
       where company_id = ${ctx.company.companyId} and id = ${claimed.webhook.id} for no key update
    ), webhook as (
      update webhooks w
         set failing_since = case when ${ours}::boolean then w.failing_since else coalesce(w.failing_since, now()) end,
             paused_until = coalesce(now() + make_interval(secs => ${pauseSeconds ?? null}::float8), w.paused_until),
             disabled_at = case when ${gone}::boolean or w.failing_since <= now() - make_interval(days => ${FAILING_DAYS}::integer)
                                then coalesce(w.disabled_at, now()) else w.disabled_at end,
             disabled_reason = case when ${gone}::boolean then coalesce(w.disabled_reason, 'gone')
                                    when w.failing_since <= now() - make_interval(days => ${FAILING_DAYS}::integer)
                                    then coalesce(w.disabled_reason, 'failing') else w.disabled_reason end
        from old where w.company_id = old.company_id and w.id = old.id
      returning w.*, old.was_on and w.disabled_at is not null as disabled, null as before,
                jsonb_build_object('url', w.url, 'reason', w.disabled_reason) as after
    ), event as (${insertEvent(ctx, 'webhook.disabled')} from webhook where disabled),
    mail as (
      ${insertMail(
        ctx,
        {
          to: companyAddress(ctx),
          template: 'webhook-disabled',
          locale: null,
          params: { name: '', title: claimed.webhook.type, address: '', reason: '', url: null },
          paramsOfRow: ctx.sql`jsonb_build_object('address', webhook.url, 'reason', webhook.disabled_reason)`,
          about: { kind: 'webhook', id: ctx.sql`webhook.id` },
        },
        ctx.sql`from webhook where disabled`,
      )}
    ),
    waiting as (
      update webhook_deliveries d set next_attempt_at = 'infinity' from webhook w
       where w.disabled and d.company_id = w.company_id and d.webhook_id = w.id and d.state = 'pending'
         and d.id <> ${claimed.deliveryId}
    ), delivery as (
      update webhook_deliveries d
         set state = ${over ? 'failed' : 'pending'}, body = coalesce(${outcome.body}, d.body),
             next_attempt_at = case when w.disabled_at is null
                                    then now() + make_interval(secs => ${retryInSeconds ?? 0}::float8) else 'infinity' end
        from webhook w
       where d.company_id = w.company_id and d.id = ${claimed.deliveryId} and d.state = 'pending'
    )
    select disabled from webhook`.catch(unlessDeleted)
  return { disabled: webhook?.disabled ?? false }
}

/** The webhook was deleted while the request was under way: there is nothing left to note. */
function unlessDeleted(error: { code?: string }): [] {
  if (error.code !== FOREIGN_KEY_VIOLATION) throw error
  return []
}

const FOREIGN_KEY_VIOLATION = '23503'

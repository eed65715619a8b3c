import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { webhookMustBeOn } from './webhook-must-be-on.ts'

/** As many events as one call brings back. */
export const REPLAY_LIMIT = 10_000

/**
 * Owes a webhook once more all that happened since a moment, in the order in which it did: also what it was owed and got
 * before, and what happened while it was off or not there yet. At most `REPLAY_LIMIT`, the oldest; `more` says that there
 * are later ones. Throws `forbidden`, `not_found`, `conflict` (the webhook is off).
 */
export async function replayWebhook(
  ctx: Ctx,
  id: string,
  since: Date,
): Promise<{ events: number; more: boolean }> {
  allow(ctx.actor, 'webhooks:write')
  await webhookMustBeOn(ctx, id)
  const [{ found }] = await ctx.sql<[{ found: number }]>`
    with webhook as (
      select company_id, id, event_type from webhooks
       where company_id = ${ctx.company.companyId} and id = ${id} for key share
    ), happened as (
      select w.company_id, w.id as webhook_id, e.id, e.seq
        from webhook w join events e on e.company_id = w.company_id and e.type = w.event_type
       where e.at >= ${since} order by e.seq limit ${REPLAY_LIMIT + 1}
    ), owed as (
      insert into webhook_deliveries as d (company_id, id, webhook_id, event_id, event_seq)
      select company_id, gen_random_uuid(), webhook_id, id, seq
        from (select * from happened order by seq limit ${REPLAY_LIMIT}) oldest
      on conflict (company_id, webhook_id, event_seq) do update
        set state = 'pending', attempts = 0, next_attempt_at = now()
    )
    select (select count(*) from happened) as found,
           pg_notify('webhook_deliveries', company_id || ' ' || id) as woken
      from webhook`
  return { events: Math.min(found, REPLAY_LIMIT), more: found > REPLAY_LIMIT }
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/**
 * Moves a webhook to another address, turns it off or on. What it was owed when it was turned off waits, and goes out at
 * once when it is turned on; what happens in between it is not owed (`replayWebhook` brings that). Either change begins
 * a new count of failures. Throws `forbidden`, `not_found`.
 */
export async function changeWebhook(
  ctx: Ctx,
  vault: Vault,
  id: string,
  { url, enabled }: { url?: string | undefined; enabled?: boolean | undefined },
): Promise<Webhook> {
  allow(ctx.actor, 'webhooks:write')
  const turn = enabled ?? null
  const [row] = await ctx.sql<WebhookRow[]>`
    with old as (
      select company_id, id, url, disabled_at from webhooks
       where company_id = ${ctx.company.companyId} and id = ${id} for no key update
    ), changed as (
      update webhooks w
         set url = coalesce(${url ?? null}::text, w.url), failing_since = null, paused_until = null,
             disabled_at = case ${turn}::boolean when true then null
                                when false then coalesce(w.disabled_at, ${ctx.now}::timestamptz) else w.disabled_at end,
             disabled_reason = case ${turn}::boolean when true then null
                                    when false then coalesce(w.disabled_reason, 'by_hand') else w.disabled_reason end
        from old where w.company_id = old.company_id and w.id = old.id
      returning w.*, jsonb_build_object('url', old.url, 'enabled', old.disabled_at is null) as before,
                jsonb_build_object('url', w.url, 'enabled', w.disabled_at is null) as after
    ), event as (${insertEvent(ctx, 'webhook.changed')} from changed),
    owed as (
      update webhook_deliveries d set next_attempt_at = case when c.disabled_at is null then now() else 'infinity' end
        from changed c join old on true
       where d.company_id = c.company_id and d.webhook_id = c.id and d.state = 'pending'
         and (c.disabled_at is null) <> (old.disabled_at is null)
    ), wake as (
      select pg_notify('webhook_deliveries', company_id || ' ' || id) from changed where disabled_at is null
    )
    select ${webhookColumns(ctx)}, (select count(*) from wake) as woken from changed`
  if (!row) throw notFound('webhook')
  return toWebhook(row, vault)
}

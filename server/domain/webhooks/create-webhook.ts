import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { newSecret } from './new-secret.ts'
import { webhookTypes, type WebhookType } from './webhook-type.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/** Begins to tell an address of one type of event. Throws `forbidden`. */
export async function createWebhook(
  ctx: Ctx,
  vault: Vault,
  { type, url }: { type: WebhookType; url: string },
): Promise<Webhook> {
  allow(ctx.actor, 'webhooks:write')
  const [row] = await ctx.sql<[WebhookRow]>`
    with made as (
      insert into webhooks (company_id, id, type, event_type, url, secret, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${type}, ${webhookTypes[type]}, ${url},
              ${vault.seal(newSecret())}, ${ctx.now})
      returning *, null as before, jsonb_build_object('type', type, 'url', url) as after
    ), event as (${insertEvent(ctx, 'webhook.created')} from made)
    select ${webhookColumns(ctx)} from made`
  return toWebhook(row, vault)
}

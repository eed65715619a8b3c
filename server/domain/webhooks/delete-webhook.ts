import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/** Ends a webhook; what it was still owed and its log go with it. Returns it as it was. Throws `forbidden`, `not_found`. */
export async function deleteWebhook(ctx: Ctx, vault: Vault, id: string): Promise<Webhook> {
  allow(ctx.actor, 'webhooks:write')
  const [row] = await ctx.sql<WebhookRow[]>`
    with gone as (
      delete from webhooks where company_id = ${ctx.company.companyId} and id = ${id}
      returning *, jsonb_build_object('type', type, 'url', url) as before, null as after
    ), event as (${insertEvent(ctx, 'webhook.deleted')} from gone)
    select ${webhookColumns(ctx)} from gone`
  if (!row) throw notFound('webhook')
  return toWebhook(row, vault)
}

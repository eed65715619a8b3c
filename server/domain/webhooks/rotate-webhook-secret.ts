import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { insertEvent } from '../events/event.ts'
import { newSecret } from './new-secret.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/** How long the old secret signs beside the new one. */
const OVERLAP_HOURS = 24

/** Gives a webhook a new secret; the old one signs too for a day. Throws `forbidden`, `not_found`. */
export async function rotateWebhookSecret(ctx: Ctx, vault: Vault, id: string): Promise<Webhook> {
  allow(ctx.actor, 'webhooks:write')
  const until = new Date(ctx.now.getTime() + OVERLAP_HOURS * 3_600_000)
  const [row] = await ctx.sql<WebhookRow[]>`
    with rotated as (
      update webhooks
         set previous_secret = secret, previous_secret_until = ${until}, secret = ${vault.seal(newSecret())}
       where company_id = ${ctx.company.companyId} and id = ${id}
      returning *, null as before, jsonb_build_object('previousUntil', previous_secret_until) as after
    ), event as (${insertEvent(ctx, 'webhook.secret_rotated')} from rotated)
    select ${webhookColumns(ctx)} from rotated`
  if (!row) throw notFound('webhook')
  return toWebhook(row, vault)
}

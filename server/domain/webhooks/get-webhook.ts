import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { toWebhook, webhookColumns, type Webhook, type WebhookRow } from './webhook.ts'

/** One webhook of the company. Throws `forbidden`, `not_found`. */
export async function getWebhook(ctx: Ctx, vault: Vault, id: string): Promise<Webhook> {
  allow(ctx.actor, 'webhooks:read')
  const [row] = await ctx.sql<WebhookRow[]>`
    select ${webhookColumns(ctx)} from webhooks where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!row) throw notFound('webhook')
  return toWebhook(row, vault)
}

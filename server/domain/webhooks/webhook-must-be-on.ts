import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import type { WebhookType } from './webhook-type.ts'

/** Throws `not_found`, and `conflict` when the webhook is turned off. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for webhooks:write
export async function webhookMustBeOn(ctx: Ctx, id: string): Promise<{ type: WebhookType }> {
  const [webhook] = await ctx.sql<{ type: WebhookType; on: boolean }[]>`
    select type, disabled_at is null as "on" from webhooks
     where company_id = ${ctx.company.companyId} and id = ${id}`
  if (!webhook) throw notFound('webhook')
  if (!webhook.on) throw conflict('webhook_disabled', 'The webhook is turned off; turn it on first.')
  return webhook
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Delivery } from './delivery.ts'
import { findDelivery } from './list-deliveries.ts'
import { webhookMustBeOn } from './webhook-must-be-on.ts'

/**
 * Sends what was delivered, failed or waits for its next attempt again, at once and with a whole new schedule. The event
 * keeps its id, so that a receiver who has it can tell. Throws `forbidden`, `not_found`, `conflict` (the webhook is off).
 */
export async function resendDelivery(ctx: Ctx, webhookId: string, id: string): Promise<Delivery> {
  allow(ctx.actor, 'webhooks:write')
  await webhookMustBeOn(ctx, webhookId)
  await ctx.sql`
    with again as (
      update webhook_deliveries set state = 'pending', attempts = 0, next_attempt_at = now()
       where company_id = ${ctx.company.companyId} and webhook_id = ${webhookId} and id = ${id}
      returning company_id, webhook_id
    )
    select pg_notify('webhook_deliveries', company_id || ' ' || webhook_id) from again`
  const delivery = await findDelivery(ctx, webhookId, id)
  if (!delivery) throw notFound('delivery')
  return delivery
}

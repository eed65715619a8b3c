import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import type { Delivery } from './delivery.ts'
import { findDelivery } from './list-deliveries.ts'
import { webhookMustBeOn } from './webhook-must-be-on.ts'

/**
 * Owes a webhook an event that did not happen, with an example for what it is about; its payload says that it is a test.
 * Throws `forbidden`, `not_found`, `conflict` (the webhook is off).
 */
export async function testWebhook(ctx: Ctx, id: string): Promise<Delivery> {
  allow(ctx.actor, 'webhooks:write')
  await webhookMustBeOn(ctx, id)
  const deliveryId = newId()
  await ctx.sql`
    with tested as (
      select company_id, id, null as before, jsonb_build_object('type', type) as after from webhooks
       where company_id = ${ctx.company.companyId} and id = ${id} for key share
    ), event as (${insertEvent(ctx, 'webhook.tested')} from tested returning id, seq),
    owed as (
      insert into webhook_deliveries (company_id, id, webhook_id, event_id, event_seq)
      select t.company_id, ${deliveryId}::uuid, t.id, e.id, e.seq from tested t, event e
      returning company_id, webhook_id
    )
    select pg_notify('webhook_deliveries', company_id || ' ' || webhook_id) from owed`
  return (await findDelivery(ctx, id, deliveryId))!
}

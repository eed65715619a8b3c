import { pino } from 'pino'
import { webhookContract } from '../../server/api/mijnklantportaal/webhooks/contract.ts'
import { createWebhook } from '../../server/domain/webhooks/create-webhook.ts'
import { listDeliveries } from '../../server/domain/webhooks/list-deliveries.ts'
import type { Delivery } from '../../server/domain/webhooks/delivery.ts'
import type { WebhookType } from '../../server/domain/webhooks/webhook-type.ts'
import type { Webhook } from '../../server/domain/webhooks/webhook.ts'
import { startWebhookDeliveries, type WebhookDeliveryDeps } from '../../server/jobs/deliver-webhooks.ts'
import { systemClock } from '../../server/kernel/time.ts'
import { openOutbound } from '../../server/providers/outbound/outbound.ts'
import { testVault, type Tenant, type TestApp } from './app.ts'

/** Brings events to webhooks, as a worker process does; local addresses are allowed unless told otherwise. */
export async function startDeliveries(
  { database }: TestApp,
  options: Partial<WebhookDeliveryDeps> & { allowPrivate?: boolean } = {},
): Promise<{ stop(): Promise<void> }> {
  const outbound = openOutbound({ allowPrivate: options.allowPrivate ?? true })
  const deliveries = await startWebhookDeliveries({
    sql: database.sql,
    vault: testVault,
    clock: systemClock,
    log: pino({ level: 'error' }),
    outbound,
    webhooks: webhookContract(() => 'https://balie.example'),
    counted: () => {},
    ...options,
  })
  return {
    async stop() {
      await outbound.close()
      await deliveries.stop()
    },
  }
}

export const aWebhook = (tenant: Tenant, type: WebhookType, url: string): Promise<Webhook> =>
  createWebhook(tenant.ctx(), testVault, { type, url })

export const deliveriesOf = async (tenant: Tenant, webhook: Webhook): Promise<Delivery[]> =>
  (await listDeliveries(tenant.ctx(), webhook.id, undefined, { offset: 0, limit: 100 })).rows

/** Makes every planned attempt due now. */
export const bringForward = ({ database: { sql } }: TestApp) =>
  sql`with due as (
        update webhook_deliveries set next_attempt_at = now() where state = 'pending' and next_attempt_at < 'infinity'
        returning company_id, webhook_id
      ), at_once as (update webhooks set paused_until = null)
      select pg_notify('webhook_deliveries', company_id || ' ' || webhook_id) from due`

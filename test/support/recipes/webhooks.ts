import { encodeId } from '../../../server/api/mijnklantportaal/ids.ts'
import { createWebhook } from '../../../server/domain/webhooks/create-webhook.ts'
import { testWebhook } from '../../../server/domain/webhooks/test-webhook.ts'
import { testVault } from '../app.ts'
import { none, type Area, type Pick } from './area.ts'

const webhook = (pick: Pick) => ({ webhookId: pick('webhook') })

export const webhooks: Area = {
  nobody: { webhook: none('wbh'), delivery: none('dlv') },
  /** Nothing is sent: that is another process' work. */
  async make(tenant, { externalId }) {
    const made = await createWebhook(tenant.ctx(), testVault, {
      type: 'customer-created',
      url: `https://example.com/${externalId}`,
    })
    const delivery = await testWebhook(tenant.ctx(), made.id)
    return { webhook: encodeId('webhook', made.id), delivery: encodeId('delivery', delivery.id) }
  },
  routes: {
    'GET /v1/webhooks': { api: 'v1' },
    'GET /v1/webhooks/:webhookId': { api: 'v1', params: webhook },
    'POST /v1/webhooks': {
      api: 'v1',
      body: () => ({ url: 'https://mijnklantportaal.nl/webhook-incoming', type: 'customer-created' }),
    },
    'PATCH /v1/webhooks/:webhookId': { api: 'v1', params: webhook, body: () => ({ enabled: true }) },
    'DELETE /v1/webhooks/:webhookId': { api: 'v1', params: webhook, ignoresBody: true },
    'POST /v1/webhooks/:webhookId/rotate-secret': { api: 'v1', params: webhook, ignoresBody: true },
    'POST /v1/webhooks/:webhookId/test': { api: 'v1', params: webhook, ignoresBody: true },
    'POST /v1/webhooks/:webhookId/replay': {
      api: 'v1',
      params: webhook,
      body: () => ({ since: '2026-11-01 00:00:00' }),
    },
    'GET /v1/webhooks/:webhookId/deliveries': { api: 'v1', params: webhook },
    'POST /v1/webhooks/:webhookId/deliveries/:deliveryId/resend': {
      api: 'v1',
      params: (pick) => ({ ...webhook(pick), deliveryId: pick('delivery') }),
      ignoresBody: true,
    },
  },
}

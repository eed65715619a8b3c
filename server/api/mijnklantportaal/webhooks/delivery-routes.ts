import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Type from 'typebox'
import { deliveryStates } from '../../../domain/webhooks/delivery.ts'
import { listDeliveries } from '../../../domain/webhooks/list-deliveries.ts'
import { replayWebhook } from '../../../domain/webhooks/replay-webhook.ts'
import { resendDelivery } from '../../../domain/webhooks/resend-delivery.ts'
import { testWebhook } from '../../../domain/webhooks/test-webhook.ts'
import { invalid } from '../../../kernel/errors.ts'
import { parseDateTime } from '../../../kernel/time.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { presentDelivery } from './present.ts'
import { replay, replayed, webhookDelivery } from './schema.ts'

const tag = 'Webhooks API'
const pathParameters = { webhookId: 'The ID of the webhook, starting with `wbh_`.' }

const webhookId = (params: { webhookId: string }) => idOr404(decodeId('webhook', params.webhookId), 'webhook')

const deliveryQuery = Type.Object({
  ...pageQuery.properties,
  status: Type.Optional(Type.Enum(deliveryStates, { description: 'Only those.' })),
})

/** What a webhook was told, and telling it again: extensions. */
export const deliveryRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/webhooks/:webhookId/deliveries',
    operation({
      id: 'list-webhook-deliveries',
      tag,
      summary: 'List deliveries of a webhook',
      description:
        'An extension: what the webhook was told, newest first, with every request and its answer, for a month.',
      permission: 'webhooks:read',
      feature: 'webhooks',
      params: pathParameters,
      querystring: deliveryQuery,
      response: pageOf(ref(webhookDelivery), 'The paginated deliveries'),
      errors: [404, 422],
    }),
    async ({ ctx, params, query }) => {
      const page = parsePage(query)
      const deliveries = await listDeliveries(ctx, webhookId(params), query.status, toPageRequest(page))
      const path = `${deps.publicUrl()}/v1/webhooks/${params.webhookId}/deliveries`
      return presentPage(deliveries, page, path, (row) => presentDelivery(row, ctx.company), {
        status: query.status,
      })
    },
  )

  app.post(
    '/webhooks/:webhookId/deliveries/:deliveryId/resend',
    operation({
      id: 'resend-webhook-delivery',
      tag,
      summary: 'Send a delivery again',
      description: 'An extension: sends it again at once, with the same `webhook-id`.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      params: { ...pathParameters, deliveryId: 'The ID of the delivery, starting with `dlv_`.' },
      response: ref(webhookDelivery),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => {
      const delivery = idOr404(decodeId('delivery', params.deliveryId), 'delivery')
      return presentDelivery(await resendDelivery(ctx, webhookId(params), delivery), ctx.company)
    },
  )

  app.post(
    '/webhooks/:webhookId/test',
    operation({
      id: 'test-webhook',
      tag,
      summary: 'Send a test event',
      description:
        'An extension: sends an event that did not happen, with example data and `"test": true` in its payload.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      params: pathParameters,
      response: ref(webhookDelivery),
      errors: [404, 422],
    }),
    async ({ ctx, params }) => presentDelivery(await testWebhook(ctx, webhookId(params)), ctx.company),
  )

  app.post(
    '/webhooks/:webhookId/replay',
    operation({
      id: 'replay-webhook',
      tag,
      summary: 'Send everything again since a moment',
      description:
        'An extension: sends again what happened since then, each event with the `webhook-id` it had; at most 10,000 at once, the oldest first.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      params: pathParameters,
      body: replay,
      response: replayed,
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const since = parseDateTime(body.since, ctx.company.timeZone)
      if (!since) throw invalid('since', 'must be a date-time that exists, as YYYY-mm-dd HH:mm:ss')
      return replayWebhook(ctx, webhookId(params), since)
    },
  )
}

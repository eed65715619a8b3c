import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { changeWebhook } from '../../../domain/webhooks/change-webhook.ts'
import { createWebhook } from '../../../domain/webhooks/create-webhook.ts'
import { deleteWebhook } from '../../../domain/webhooks/delete-webhook.ts'
import { getWebhook } from '../../../domain/webhooks/get-webhook.ts'
import { listWebhooks } from '../../../domain/webhooks/list-webhooks.ts'
import { rotateWebhookSecret } from '../../../domain/webhooks/rotate-webhook-secret.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest } from '../paging.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { presentWebhook } from './present.ts'
import { newWebhook, webhook, webhookAttempt, webhookChange, webhookDelivery } from './schema.ts'
import { parseTarget } from './target.ts'

const tag = 'Webhooks API'
const pathParameters = { webhookId: 'The ID of the webhook, starting with `wbh_`.' }

const webhookId = (params: { webhookId: string }) => idOr404(decodeId('webhook', params.webhookId), 'webhook')

export const webhookRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(webhook)
  app.addSchema(webhookAttempt)
  app.addSchema(webhookDelivery)
  await deliveryRoutes(app, { deps })

  app.get(
    '/webhooks',
    operation({
      id: 'list-webhooks',
      tag,
      summary: 'List webhook records',
      description: 'The webhooks of the portal, newest first, each with its secret.',
      permission: 'webhooks:read',
      feature: 'webhooks',
      querystring: pageQuery,
      response: pageOf(ref(webhook), 'The paginated webhooks'),
    }),
    async ({ ctx, query }) => {
      const page = parsePage(query)
      const webhooks = await listWebhooks(ctx, deps.vault, toPageRequest(page))
      return presentPage(webhooks, page, `${deps.publicUrl()}/v1/webhooks`, (row) =>
        presentWebhook(row, ctx.company),
      )
    },
  )

  app.get(
    '/webhooks/:webhookId',
    operation({
      id: 'get-webhook',
      tag,
      summary: 'Get webhook record',
      description: 'One webhook with its secret.',
      permission: 'webhooks:read',
      feature: 'webhooks',
      params: pathParameters,
      response: ref(webhook),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentWebhook(await getWebhook(ctx, deps.vault, webhookId(params)), ctx.company),
  )

  app.post(
    '/webhooks',
    operation({
      id: 'create-webhook',
      tag,
      summary: 'Create webhook record',
      description: 'Tells an address of every event of one type from now on.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      secret: true,
      body: newWebhook,
      response: ref(webhook),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const made = await createWebhook(ctx, deps.vault, { type: body.type, url: parseTarget(body.url) })
      return presentWebhook(made, ctx.company)
    },
  )

  app.patch(
    '/webhooks/:webhookId',
    operation({
      id: 'edit-webhook',
      tag,
      summary: 'Edit webhook record',
      description:
        'An extension: another address, off or on. What was due when it was turned off goes out when it is turned on.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      secret: true,
      params: pathParameters,
      body: webhookChange,
      response: ref(webhook),
      errors: [404, 422],
    }),
    async ({ ctx, params, body }) => {
      const url = body.url === undefined ? undefined : parseTarget(body.url)
      const changed = await changeWebhook(ctx, deps.vault, webhookId(params), { url, enabled: body.enabled })
      return presentWebhook(changed, ctx.company)
    },
  )

  app.delete(
    '/webhooks/:webhookId',
    operation({
      id: 'delete-webhook',
      tag,
      summary: 'Delete webhook record',
      description: 'An extension: the webhook and its log are gone; answers the webhook as it was.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      secret: true,
      params: pathParameters,
      response: ref(webhook),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentWebhook(await deleteWebhook(ctx, deps.vault, webhookId(params)), ctx.company),
  )

  app.post(
    '/webhooks/:webhookId/rotate-secret',
    operation({
      id: 'rotate-webhook-secret',
      tag,
      summary: 'Rotate the secret',
      description: 'An extension: a new secret. For a day `webhook-signature` holds a signature by each.',
      permission: 'webhooks:write',
      feature: 'webhooks',
      secret: true,
      params: pathParameters,
      response: ref(webhook),
      errors: [404],
    }),
    async ({ ctx, params }) =>
      presentWebhook(await rotateWebhookSecret(ctx, deps.vault, webhookId(params)), ctx.company),
  )
}

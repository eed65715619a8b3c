import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createApiKey } from '../../../domain/access/create-api-key.ts'
import { endPartner } from '../../../domain/access/end-partner.ts'
import { listApiKeys } from '../../../domain/access/list-api-keys.ts'
import { listCompanyPartners } from '../../../domain/access/list-company-partners.ts'
import { grantPartner } from '../../../domain/access/partner.ts'
import { revokeApiKey } from '../../../domain/access/revoke-key.ts'
import { namesOfActors } from '../../../domain/audit/names-of-actors.ts'
import { endOAuthGrant } from '../../../domain/oauth/end-oauth-grant.ts'
import { listCompanyGrants } from '../../../domain/oauth/list-company-grants.ts'
import { invalid, notFound } from '../../../kernel/errors.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { permissions, type Scope } from '../../../kernel/permissions.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, encodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { presentApiKey, presentApp, presentPartner } from './present.ts'
import {
  apiKey,
  apiKeyList,
  app as appSchema,
  appList,
  issuedApiKey,
  newApiKey,
  newPartner,
  partner,
  partnerList,
  scopes,
} from './schema.ts'

/** Which software is let in: keys, partners, apps. The owner's to say. */
export const settingsRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [apiKey, issuedApiKey, partner, appSchema]) app.addSchema(schema)

  app.get(
    '/settings/scopes',
    operation({
      id: 'list-scopes',
      tag: 'Settings',
      summary: 'What a key can be allowed',
      description: 'Every scope, as `/v1` names them.',
      permission: 'settings:read',
      response: scopes,
    }),
    () => ({ data: permissions.map((one) => one.replace(':', '.')) }),
  )

  app.get(
    '/settings/keys',
    operation({
      id: 'list-keys',
      tag: 'Settings',
      summary: 'List the keys',
      description: 'For `/v1`; without the keys themselves.',
      permission: 'settings:read',
      response: apiKeyList,
    }),
    async ({ ctx }) => ({ data: (await listApiKeys(ctx)).map((key) => presentApiKey(key, ctx.company)) }),
  )

  const create = operation({
    id: 'create-key',
    tag: 'Settings',
    summary: 'Make a key',
    description: 'The answer is the only time that the key is shown.',
    permission: 'settings:write',
    body: newApiKey,
    response: ref(issuedApiKey),
  })
  app.post(
    '/settings/keys',
    { ...create, config: { ...create.config, secret: true } },
    async ({ ctx, body }) => {
      const wanted = body.scopes.map((scope) => (scope === '*' ? '*' : (scope.replace('.', ':') as Scope)))
      const { id, key } = await createApiKey(ctx, body.name, wanted)
      return { id: encodeId('apiKey', id), key }
    },
  )

  app.delete(
    '/settings/keys/:keyId',
    operation({
      id: 'revoke-key',
      tag: 'Settings',
      summary: 'Revoke a key',
      description: 'It is good for nothing from then on, in every process at once.',
      permission: 'settings:write',
      params: { keyId: 'The ID of the key, starting with `key_`.' },
      errors: { 404: 'There is no such key that is still valid.' },
    }),
    async ({ ctx, params }, reply) => {
      if (!(await revokeApiKey(ctx, pathId('apiKey', params.keyId, 'api_key')))) throw notFound('api_key')
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.get(
    '/settings/partners',
    operation({
      id: 'list-partners',
      tag: 'Settings',
      summary: 'List the partners',
      description: 'Software vendors that may act for the company.',
      permission: 'settings:read',
      response: partnerList,
    }),
    async ({ ctx }) => ({
      data: (await listCompanyPartners(ctx)).map((one) => presentPartner(one, ctx.company)),
    }),
  )

  app.post(
    '/settings/partners',
    operation({
      id: 'grant-partner',
      tag: 'Settings',
      summary: 'Let a partner in',
      description: 'It may do all that `/api/v2` offers, for this company, until that is ended.',
      permission: 'settings:write',
      body: newPartner,
      response: ref(partner),
      errors: { 404: 'There is no such partner.' },
    }),
    async ({ ctx, body }) => {
      const given = body.partnerId.trim().toLowerCase()
      const id = isUuid(given) ? given : decodeId('partner', given)
      if (id === undefined) throw invalid('partnerId', 'must be a UUID, as the partner gives it')
      await grantPartner(ctx, id)
      deps.access.clear()
      const [granted] = await listCompanyPartners(ctx, id)
      if (!granted) throw notFound('partner')
      return presentPartner(granted, ctx.company)
    },
  )

  app.delete(
    '/settings/partners/:partnerId',
    operation({
      id: 'end-partner',
      tag: 'Settings',
      summary: 'Let a partner in no more',
      description: 'At once. Payments that it began go on.',
      permission: 'settings:write',
      params: { partnerId: 'The ID of the partner, starting with `par_`.' },
      errors: { 404: 'There is no such partner of the company.' },
    }),
    async ({ ctx, params }, reply) => {
      await endPartner(ctx, pathId('partner', params.partnerId, 'partner'))
      deps.access.clear()
      reply.code(204 as 200)
    },
  )

  app.get(
    '/settings/apps',
    operation({
      id: 'list-apps',
      tag: 'Settings',
      summary: 'List the apps that were let in',
      description: 'By OAuth: who let them in, and what they may.',
      permission: 'settings:read',
      response: appList,
    }),
    async ({ ctx }) => {
      const grants = await listCompanyGrants(ctx)
      const names = await namesOfActors(
        ctx,
        grants.flatMap(({ grantedBy }) => (grantedBy === null ? [] : [grantedBy])),
      )
      return { data: grants.map((grant) => presentApp(grant, ctx.company, names)) }
    },
  )

  app.delete(
    '/settings/apps/:appId',
    operation({
      id: 'revoke-app',
      tag: 'Settings',
      summary: 'Let an app in no more',
      description: 'All of its tokens are void at once.',
      permission: 'settings:write',
      params: { appId: 'The ID of what it was granted, starting with `ogr_`.' },
      errors: { 404: 'There is no such app, or it was let in no more already.' },
    }),
    async ({ ctx, params }, reply) => {
      await endOAuthGrant(ctx, pathId('grant', params.appId, 'oauth_grant'))
      deps.access.clear()
      reply.code(204 as 200)
    },
  )
}

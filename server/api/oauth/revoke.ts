import type { FastifyInstance } from 'fastify'
import { findProvenApp } from '../../domain/oauth/oauth-app.ts'
import { revokeOAuthToken } from '../../domain/oauth/revoke-oauth-token.ts'
import { companyOfSecret } from '../../domain/oauth/secret.ts'
import { invalid } from '../../kernel/errors.ts'
import { contextOf, type Deps } from '../edge.ts'
import { basicCredentials, textFields } from './parameters.ts'

const fields = ['token', 'token_type_hint', 'client_id', 'client_secret'] as const

/** `POST /oauth/revoke` (RFC 7009). A token says itself of what kind it is: the hint is not needed. */
export function revokeRoute(app: FastifyInstance, deps: Deps): void {
  app.post('/revoke', { config: { open: true } }, async (request, reply) => {
    const given = textFields(request.body, fields)
    const basic = basicCredentials(request.headers.authorization)
    const clientId = basic?.clientId ?? given.client_id
    if (clientId === undefined) throw invalid('client_id', 'is required')
    const secret = basic?.clientSecret ?? given.client_secret
    const caller = await findProvenApp(deps.sql, clientId, secret)
    if (!caller) {
      if (basic) reply.header('www-authenticate', 'Basic realm="Balie"')
      return reply.code(401).send({
        error: 'invalid_client',
        error_description: 'There is no app with this App ID and App Secret.',
      })
    }
    const { token } = given
    if (token === undefined) throw invalid('token', 'is required')
    const companyId = companyOfSecret('refresh', token) ?? companyOfSecret('access', token)
    const company = companyId === undefined ? undefined : await deps.access.company(companyId)
    if (!company) return reply.code(200).send({})
    const ctx = contextOf(deps, request, company, {
      kind: 'system',
      id: `oauth_app:${caller.id}`,
      permissions: 'all',
    })
    const outcome = await revokeOAuthToken(ctx, caller.id, token)
    return outcome === 'ended'
      ? reply.code(200).send({})
      : reply.code(400).send({
          error: 'unauthorized_client',
          error_description: 'This token was issued to another app.',
        })
  })
}

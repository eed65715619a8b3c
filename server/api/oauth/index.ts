import formbody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { scopes } from '../../domain/oauth/scopes.ts'
import { acceptJson } from '../bodies.ts'
import type { Deps } from '../edge.ts'
import { limitRate } from '../rate-limit.ts'
import { authorizeRoutes } from './authorize.ts'
import { useErrors } from './errors.ts'
import { revokeRoute } from './revoke.ts'
import { tokenRoute } from './tokens.ts'

/** OAuth 2.0 for the software of others, at `/oauth`. The protocol is the library's, the grants are ours. */
export const oauth: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  useErrors(app)
  acceptJson(app)
  await app.register(formbody)
  await limitRate(app, deps)
  authorizeRoutes(app, deps)
  tokenRoute(app, deps)
  revokeRoute(app, deps)
}

/** What clients find out by themselves (RFC 8414), at `/.well-known/oauth-authorization-server`. */
export const oauthMetadata: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  app.get('/oauth-authorization-server', { config: { open: true } }, () => {
    const issuer = deps.publicUrl()
    const clients = ['client_secret_post', 'client_secret_basic', 'none']
    return {
      issuer,
      authorization_endpoint: `${issuer}/oauth/authorize`,
      token_endpoint: `${issuer}/oauth/tokens`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      service_documentation: `${issuer}/docs`,
      scopes_supported: scopes,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: clients,
      revocation_endpoint_auth_methods_supported: clients,
      code_challenge_methods_supported: ['S256'],
      prompt_values_supported: ['consent', 'login'],
      authorization_response_iss_parameter_supported: true,
      ui_locales_supported: ['nl', 'en', 'de', 'fr', 'it'],
    }
  })
}

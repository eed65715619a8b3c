import OAuth2Server from '@node-oauth/oauth2-server'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { claimAuthorizationCode, findAuthorizationCode } from '../../domain/oauth/exchange-code.ts'
import { ACCESS_TOKEN_SECONDS, saveAccessToken, saveRefreshToken } from '../../domain/oauth/issue-tokens.ts'
import { findOAuthApp, findProvenApp } from '../../domain/oauth/oauth-app.ts'
import { findRefreshToken, keepRefreshToken, rotateRefreshToken } from '../../domain/oauth/refresh.ts'
import { permissionsOf, scopeOf } from '../../domain/oauth/scopes.ts'
import { companyOfSecret, newSecret } from '../../domain/oauth/secret.ts'
import { transaction, type Ctx, type Tx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import type { Deps } from '../edge.ts'
import { basicCredentials, described, textFields } from './parameters.ts'

const grants = ['authorization_code', 'refresh_token']
const fields = [
  'grant_type',
  'client_id',
  'client_secret',
  'redirect_uri',
  'code',
  'code_verifier',
  'refresh_token',
  'scope',
] as const
type Fields = ReturnType<typeof textFields<(typeof fields)[number]>>

/** What the library carries from a code or refresh token to the tokens that it gives. */
interface Held {
  ctx: Ctx
  grantId: string
  refreshId?: string
}

/** The library compares with a clock of its own; ours has looked before. */
const NEVER = new Date(8.64e15)

/** Of the company that the secret names. */
async function contextOf(deps: Deps, tx: Tx, kind: 'code' | 'refresh', secret: string) {
  const companyId = companyOfSecret(kind, secret)
  const company = companyId === undefined ? undefined : await deps.access.company(companyId)
  const actor = { kind: 'system', id: 'oauth', permissions: 'all' } as const
  return company && ({ sql: tx, company, actor, now: deps.clock.now() } satisfies Ctx)
}

/** How the library reads and writes: by our verbs, in one transaction. */
function modelOf(
  deps: Deps,
  tx: Tx,
  given: Fields,
): OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel {
  const { InvalidGrantError, InvalidRequestError } = OAuth2Server
  return {
    async getClient(id, secret) {
      const app = await findProvenApp(tx, id, secret || undefined)
      return app && { id: app.id, grants }
    },
    async getAuthorizationCode(code) {
      const ctx = await contextOf(deps, tx, 'code', code)
      const grant = ctx && (await findAuthorizationCode(ctx, code))
      if (!grant) return undefined
      if (given.redirect_uri === undefined) throw new InvalidRequestError('Missing parameter: `redirect_uri`')
      if (given.redirect_uri !== grant.redirectUri)
        throw new InvalidGrantError('Invalid grant: `redirect_uri` is not that of the authorization request')
      return {
        authorizationCode: code,
        expiresAt: NEVER,
        redirectUri: grant.redirectUri,
        scope: grant.scopes.map(scopeOf),
        client: { id: grant.appId, grants },
        user: { ctx, grantId: grant.grantId } satisfies Held,
        ...(grant.codeChallenge === null
          ? {}
          : { codeChallenge: grant.codeChallenge, codeChallengeMethod: 'S256' }),
      }
    },
    revokeAuthorizationCode: ({ user }) => claimAuthorizationCode(user['ctx'], user['grantId']),
    async getRefreshToken(token) {
      const ctx = await contextOf(deps, tx, 'refresh', token)
      const found = ctx && (await findRefreshToken(ctx, token))
      return (
        found && {
          refreshToken: token,
          scope: found.scopes.map(scopeOf),
          client: { id: found.appId, grants },
          user: { ctx, grantId: found.grantId, refreshId: found.id } satisfies Held,
        }
      )
    },
    revokeToken: ({ user }) => rotateRefreshToken(user['ctx'], user['refreshId']),
    generateAccessToken: async (_client, { ctx }) => newSecret('access', ctx.company.companyId),
    generateRefreshToken: async (_client, { ctx }) => newSecret('refresh', ctx.company.companyId),
    async saveToken(token, client, user) {
      const { ctx, grantId, refreshId } = user as Held
      await saveAccessToken(ctx, grantId, token.accessToken, permissionsOf(token.scope ?? []) ?? [])
      if (token.refreshToken !== undefined) await saveRefreshToken(ctx, grantId, token.refreshToken)
      else if (refreshId !== undefined) await keepRefreshToken(ctx, refreshId)
      return { ...token, client, user }
    },
    // Requests are authenticated by the access cache, not by the library.
    getAccessToken: async () => undefined,
    saveAuthorizationCode: async () => undefined,
  }
}

/**
 * Exchanges a code or a refresh token. What it refuses may have changed something (a replayed code revokes), so a refusal
 * is an answer and not a rollback; a fault of ours is thrown.
 */
async function exchange(deps: Deps, tx: Tx, given: Fields) {
  const request = new OAuth2Server.Request({
    method: 'POST',
    query: {},
    // JSON was read as the documentation has it; the library knows the form of the RFC.
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1' },
    body:
      given.scope === undefined
        ? given
        : { ...given, scope: given.scope.replace(/\bcustomer\.write\b/g, 'customers.write') },
  })
  const response = new OAuth2Server.Response()
  const app = await findOAuthApp(tx, given.client_id ?? '')
  const server = new OAuth2Server({ model: modelOf(deps, tx, given) })
  try {
    await server.token(request, response, {
      requireClientAuthentication: { authorization_code: false, refresh_token: false },
      // The documented answer brings no new one. Public apps are our extension, and theirs must rotate (RFC 9700, 2.2.2).
      alwaysIssueNewRefreshToken: app?.isPublic === true,
    })
  } catch (error) {
    if (!(error instanceof OAuth2Server.OAuthError)) throw error
    if (error instanceof OAuth2Server.ServerError) throw (error as { inner?: Error }).inner ?? error
  }
  const refusal = response.body.error_description as string | undefined
  if (refusal !== undefined) response.body.error_description = described(refusal)
  if (response.status === 200) response.body.expires_in = ACCESS_TOKEN_SECONDS
  return response
}

const unstored = (reply: FastifyReply) =>
  reply.header('cache-control', 'no-store').header('pragma', 'no-cache')

/** `POST /oauth/tokens` (RFC 6749, 4.1.3 and 6): JSON as documented, or a form as the RFC has it. */
export function tokenRoute(app: FastifyInstance, deps: Deps): void {
  app.post('/tokens', { config: { open: true } }, async (request, reply) => {
    const sent = textFields(request.body, fields)
    const basic = basicCredentials(request.headers.authorization)
    if (basic && (sent.client_secret !== undefined || (sent.client_id ?? basic.clientId) !== basic.clientId))
      throw invalid('client_id', 'must be sent in the header or in the body, not in both')
    // The library does not decode what RFC 6749, 2.3.1, has clients encode in the header.
    const given = basic ? { ...sent, client_id: basic.clientId, client_secret: basic.clientSecret } : sent
    const answer = await transaction(deps.sql, (tx) => exchange(deps, tx, given))
    if (basic && answer.body.error === 'invalid_client') {
      answer.status = 401
      reply.header('www-authenticate', 'Basic realm="Balie"')
    }
    return unstored(reply)
      .code(answer.status ?? 200)
      .send(answer.body)
  })
}

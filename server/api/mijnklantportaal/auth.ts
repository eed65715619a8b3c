import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { isTouchDue, touchApiKey } from '../../domain/access/touch-api-key.ts'
import type { Actor, Company } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { checkRoute, contextOf, type Deps } from '../edge.ts'

const refusal = () =>
  new BalieError(
    'unauthenticated',
    '',
    'A valid API key is required: send it as "Authorization: Bearer <key>".',
  )

/** The company's own key, or an app's access token: the limit of requests is the grant's, whatever its tokens. */
async function findBearer(
  deps: Deps,
  token: string,
  log: FastifyBaseLogger,
): Promise<{ company: Company; actor: Actor } | undefined> {
  const key = await deps.access.apiKey(token)
  if (key) {
    const now = deps.clock.now()
    // Nobody waits for it, and nobody is refused because of it.
    if (isTouchDue(now, key))
      touchApiKey(deps.sql, now, key).catch((error: unknown) =>
        log.warn({ err: error }, 'the use of a key was not noted'),
      )
    return { company: key.company, actor: { kind: 'api_key', id: key.id, permissions: key.permissions } }
  }
  const granted = await deps.access.oauthToken(token)
  if (!granted || granted.expiresAt <= deps.clock.now().getTime()) return undefined
  const { company, grantId: id, permissions } = granted
  return { company, actor: { kind: 'oauth_grant', id, permissions } }
}

/**
 * A company's API key or an app's access token as Bearer token (RFC 6750). The documentation's prose says `Authentication`, its specification and
 * examples `Authorization`: the latter wins, the former answers too.
 */
export function useAuthentication(app: FastifyInstance, deps: Deps): void {
  const failures =
    deps.rateLimitPerMinute > 0 ? app.createRateLimit({ max: deps.rateLimitPerMinute }) : undefined
  app.decorateRequest('ctx', null as never)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open) return
    const header = request.headers.authorization ?? request.headers['authentication']
    const token = /^bearer +(\S+)$/i.exec(typeof header === 'string' ? header : '')?.[1]
    const bearer = token === undefined ? undefined : await findBearer(deps, token, request.log)
    if (!bearer) {
      const limit = await failures?.(request)
      if (limit && !limit.isAllowed && limit.isExceeded)
        throw new BalieError('rate_limited', '', 'Too many requests.', limit.ttlInSeconds)
      throw refusal()
    }
    request.ctx = contextOf(deps, request, bearer.company, bearer.actor)
    checkRoute(request, request.ctx)
  })
}

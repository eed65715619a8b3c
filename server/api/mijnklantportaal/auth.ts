import type { FastifyInstance } from 'fastify'
import { BalieError } from '../../kernel/errors.ts'
import { checkRoute, contextOf, type Deps } from '../edge.ts'

const refusal = () =>
  new BalieError(
    'unauthenticated',
    '',
    'A valid API key is required: send it as "Authorization: Bearer <key>".',
  )

/**
 * A company's API key as Bearer token (RFC 6750). The documentation's prose says `Authentication`, its specification and
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
    const key = token === undefined ? undefined : await deps.access.apiKey(token)
    if (!key) {
      const limit = await failures?.(request)
      if (limit && !limit.isAllowed && limit.isExceeded)
        throw new BalieError('rate_limited', '', 'Too many requests.', limit.ttlInSeconds)
      throw refusal()
    }
    request.ctx = contextOf(deps, request, key.company, {
      kind: 'api_key',
      id: key.id,
      permissions: key.permissions,
    })
    checkRoute(request, request.ctx)
  })
}

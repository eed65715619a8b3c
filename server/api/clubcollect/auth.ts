import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Partner } from '../../domain/access/find-key.ts'
import type { Actor, Ctx } from '../../kernel/context.ts'
import { BalieError, invalid, notFound, type Thing } from '../../kernel/errors.ts'
import { checkRoute, contextOf, type Deps } from '../edge.ts'
import { decodeId } from './ids.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The partner whose key came with a request to `/api/v2`. */
    partner: Partner
  }
}

/** The key in the header; else, where the operator allows that deprecated way, in the query. The header wins. */
function keyOf(request: FastifyRequest, inQuery: boolean): string | undefined {
  const header = request.headers.authorization
  if (header !== undefined) return /^apikey +(\S+)$/i.exec(header)?.[1]
  const query = request.query as Record<string, unknown>
  const key = query['api_key'] ?? query['api:key']
  return inQuery && typeof key === 'string' ? key : undefined
}

export function useAuthentication(app: FastifyInstance, deps: Deps): void {
  const failures =
    deps.rateLimitPerMinute > 0 ? app.createRateLimit({ max: deps.rateLimitPerMinute }) : undefined
  app.decorateRequest('partner', null as never)
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.open) return
    const key = keyOf(request, deps.apiKeyInQuery)
    const partner = key === undefined ? undefined : await deps.access.partner(key)
    if (partner) {
      request.partner = partner
      return
    }
    const limit = await failures?.(request)
    if (limit && !limit.isAllowed && limit.isExceeded)
      throw new BalieError('rate_limited', '', 'Too many requests.', limit.ttlInSeconds)
    throw new BalieError(
      'unauthenticated',
      '',
      'A valid key is required: send it as "Authorization: ApiKey <key>".',
    )
  })
}

export const actorOf = (request: FastifyRequest): Actor => ({
  kind: 'partner',
  id: request.partner.id,
  permissions: 'all',
})

/** The context of a company by its own id. Throws `not_found`. */
export async function enterCompany(
  deps: Deps,
  request: FastifyRequest,
  companyId: unknown,
): Promise<{ ctx: Ctx }> {
  const { ctx, id } = await enter(deps, request, companyId, 'company')
  if (ctx.company.id !== id) throw notFound('company')
  return { ctx }
}

/**
 * The context of the company that an id belongs to, and the id's own half. An id that is none, or of a company that did
 * not grant access to this partner, is answered like one that does not exist. Throws `not_found`.
 */
export async function enter(
  deps: Deps,
  request: FastifyRequest,
  id: unknown,
  thing: Thing,
): Promise<{ ctx: Ctx; id: string }> {
  const ref = decodeId(id)
  const company = ref && (await deps.access.grantedCompany(request.partner.id, ref.companyId))
  if (!company) throw notFound(thing)
  const ctx = contextOf(deps, request, company, actorOf(request))
  checkRoute(request, ctx)
  return { ctx, id: ref.id }
}

/** For ids that come in a body: what is missing there is a wrong parameter, not a missing page. */
export const asParameter =
  (field: string) =>
  (error: unknown): never => {
    if (error instanceof BalieError && error.code === 'not_found')
      throw invalid(field, 'must be an existing ID')
    throw error
  }

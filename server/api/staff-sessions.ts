import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ownPermissions, permissionsOfRole } from '../domain/staff/role.ts'
import { touchSession, type Session } from '../domain/staff/session.ts'
import type { Actor } from '../kernel/context.ts'
import { BalieError } from '../kernel/errors.ts'
import { allow } from '../kernel/permissions.ts'
import { checkRoute, contextOf, type Deps } from './edge.ts'
import { sessionOf } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open to anybody, but not to the pages of other sites. */
    ownPages?: boolean
  }
  interface FastifyRequest {
    /** Who has signed in; on every route that is not open. `ctx` is there too once a company is chosen. */
    staff: Session
  }
}

export const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const isOwnOrigin = (deps: Deps, request: FastifyRequest, origin: string): boolean => {
  if (!URL.canParse(origin)) return false
  const { origin: given, host } = new URL(origin)
  return given === new URL(deps.publicUrl()).origin || host === request.headers.host
}

/**
 * Refuses what another site makes the browser of our user send: it cannot add a header of its own without asking first, which
 * is answered with no, and browsers tell where a request comes from. Throws `forbidden`.
 */
export function refuseOtherSites(deps: Deps, request: FastifyRequest): void {
  const { origin, 'sec-fetch-site': site, 'x-balie': own } = request.headers
  const elsewhere =
    (origin !== undefined && !isOwnOrigin(deps, request, origin)) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (elsewhere || own === undefined || own === '')
    throw new BalieError(
      'forbidden',
      'origin',
      'Changes are made from our own pages only: send the header "X-Balie: 1".',
    )
}

/** Staff are known by the session of their cookie; a route that says `open` takes anybody. */
export function useStaffSessions(app: FastifyInstance, deps: Deps): void {
  const failures =
    deps.rateLimitPerMinute > 0 ? app.createRateLimit({ max: deps.rateLimitPerMinute }) : undefined
  app.decorateRequest('staff', null as never)
  app.addHook('onRequest', async (request, reply) => {
    const { open, ownPages, permission, customer } = request.routeOptions.config
    if (request.is404 || customer) return
    const changes = !SAFE.has(request.method)
    if (open) {
      if (ownPages && changes) refuseOtherSites(deps, request)
      return
    }
    reply.header('cache-control', 'no-store')
    const session = await sessionOf(deps, request)
    if (!session) {
      const limit = await failures?.(request)
      if (limit && !limit.isAllowed && limit.isExceeded)
        throw new BalieError('rate_limited', '', 'Too many requests.', limit.ttlInSeconds)
      throw new BalieError('unauthenticated', '', 'You are not signed in.')
    }
    if (changes) refuseOtherSites(deps, request)
    request.staff = session
    const { userId: id, at } = session
    if (at) {
      const actor: Actor = { kind: 'user', id, permissions: permissionsOfRole[at.role] }
      request.ctx = contextOf(deps, request, at.company, actor)
      checkRoute(request, request.ctx)
    } else if (permission) {
      if (!ownPermissions.has(permission))
        throw new BalieError('forbidden', permission, 'Choose the company that you work for first.')
      allow({ kind: 'user', id, permissions: ownPermissions }, permission)
    }
    await touchSession(deps.sql, deps.clock.now(), session)
  })
}

/** Whence a request comes, as a session keeps it. */
export const originOf = (request: FastifyRequest) => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
})

/** Whose keys for asking again they are: one's own, at one company. */
export const staffActor = ({ userId, at }: Session): string => `user:${userId} ${at?.company.companyId ?? ''}`

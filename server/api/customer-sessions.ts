import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  isCustomerSessionOver,
  LONGEST_MS,
  touchCustomerSession,
  type CustomerSession,
} from '../domain/customer-portal/session.ts'
import type { Ctx } from '../kernel/context.ts'
import { BalieError } from '../kernel/errors.ts'
import { companyOfLinkToken } from '../kernel/link-token.ts'
import type { Permission } from '../kernel/permissions.ts'
import { checkRoute, contextOf, type Deps } from './edge.ts'
import { refuseOtherSites, SAFE } from './staff-sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Serves customers who came by a mailed link, nobody else. */
    customer?: boolean
  }
  interface FastifyRequest {
    /** The customer who has signed in; on every route that serves customers. */
    customer?: CustomerSession
  }
}

/** What a customer may do, all of it with what is theirs (domain/customer-portal/own.ts). */
const ofCustomer: ReadonlySet<Permission> = new Set([
  'agreements:read',
  'appointments:read',
  'cms:read',
  'cms:write',
  'customers:read',
  'customers:write',
  'filerequest:read',
  'filerequest:write',
  'fileshare:read',
  'invoices:read',
  'invoices:write',
  'offers:read',
  'offers:write',
  'punchcards:read',
  'subscription:read',
  'tickets:read',
  'tickets:write',
])

/** Over https the prefix keeps other hosts of the domain from setting it (RFC 6265bis, 4.1.3.2). */
const isSecure = (deps: Deps) => deps.publicUrl().startsWith('https:')
const nameOf = (deps: Deps) => (isSecure(deps) ? '__Host-balie-my' : 'balie-my')

/** The secret of the session that the browser holds, of the form of one. */
export function readCustomerCookie(deps: Deps, request: FastifyRequest): string | undefined {
  const name = nameOf(deps)
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value !== undefined && companyOfLinkToken(value) !== undefined) return value
  }
  return undefined
}

/** No script reads it, and no other site's form or script sends it: Lax, so that a link in a mail finds one signed in. */
export function writeCustomerCookie(deps: Deps, reply: FastifyReply, token: string | undefined): void {
  const age = token === undefined ? 0 : LONGEST_MS / 1000
  const secure = isSecure(deps) ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${nameOf(deps)}=${token ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`,
  )
}

export const customerContext = (deps: Deps, request: FastifyRequest, session: CustomerSession): Ctx =>
  contextOf(deps, request, session.company, {
    kind: 'customer',
    id: session.id,
    email: session.email,
    permissions: ofCustomer,
  })

/** Customers are known by the session of their cookie, on the routes that serve them. */
export function useCustomerSessions(app: FastifyInstance, deps: Deps): void {
  const failures =
    deps.rateLimitPerMinute > 0 ? app.createRateLimit({ max: deps.rateLimitPerMinute }) : undefined
  app.decorateRequest('customer', undefined)
  app.addHook('onRequest', async (request, reply) => {
    if (!request.routeOptions.config.customer || request.is404) return
    reply.header('cache-control', 'no-store')
    const token = readCustomerCookie(deps, request)
    const session = token === undefined ? undefined : await deps.access.customerSession(token)
    if (!session || isCustomerSessionOver(session, deps.clock.now())) {
      const limit = await failures?.(request)
      if (limit && !limit.isAllowed && limit.isExceeded)
        throw new BalieError('rate_limited', '', 'Too many requests.', limit.ttlInSeconds)
      throw new BalieError('unauthenticated', '', 'You are not signed in.')
    }
    if (!SAFE.has(request.method)) refuseOtherSites(deps, request)
    request.customer = session
    request.ctx = customerContext(deps, request, session)
    checkRoute(request, request.ctx)
    await touchCustomerSession(deps.sql, deps.clock.now(), session)
  })
}

/** Whose keys for asking again they are. */
export const customerActor = ({ id, company }: CustomerSession): string =>
  `customer:${id} ${company.companyId}`

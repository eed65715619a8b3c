import rateLimit, { type RateLimitPluginOptions } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { BalieError } from '../kernel/errors.ts'
import type { Deps } from './edge.ts'

/** A session's pages ask for many things at once. */
const STAFF_FACTOR = 20

/** A limit of requests per minute on the routes below; per address unless told otherwise. */
export async function limitRate(
  app: FastifyInstance,
  deps: Deps,
  options: Omit<RateLimitPluginOptions, 'global' | 'timeWindow'> = {},
): Promise<void> {
  await app.register(rateLimit, {
    max: deps.rateLimitPerMinute,
    ...options,
    global: deps.rateLimitPerMinute > 0,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      new BalieError('rate_limited', '', 'Too many requests.', Math.ceil(ttl / 1000)),
  })
}

/** A limit per session for staff and customers, who are known only then; per address for anybody else. */
export const limitRateOfSessions = (app: FastifyInstance, deps: Deps): Promise<void> =>
  limitRate(app, deps, {
    max: (request) => deps.rateLimitPerMinute * (request.staff || request.customer ? STAFF_FACTOR : 1),
    hook: 'preParsing',
    keyGenerator: ({ staff, customer, ip }) =>
      staff ? `session ${staff.id}` : customer ? `customer ${customer.id}` : ip,
  })

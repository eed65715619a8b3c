import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { runOnce } from '../domain/idempotency/run-once.ts'
import { invalid } from '../kernel/errors.ts'
import type { Deps } from './edge.ts'

const METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The key, if the request has one. Throws `invalid` for one that is no key. */
function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key)) return key
  throw invalid('Idempotency-Key', 'must be 1 to 255 visible ASCII characters')
}

const hashOf = (request: FastifyRequest): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest()

/**
 * Makes every changing route below answer a repeated request with its first answer, when it comes with an
 * `Idempotency-Key` (the IETF draft of that name). Call it before the routes; they must return their answer, not send it:
 * it is sent when the change is committed. `actorOf` is whose key it is. What a route answers in confidence
 * (`config.secret`) is kept sealed.
 */
export function acceptIdempotencyKeys(
  app: FastifyInstance,
  deps: Deps,
  actorOf: (request: FastifyRequest) => string,
): void {
  app.addHook('onRoute', (route) => {
    if (![route.method].flat().some((method) => METHODS.has(method))) return
    const handler = route.handler
    const secret = route.config?.secret === true
    const seal = (body: unknown) =>
      secret ? { sealed: deps.vault.seal(body ?? null).toString('base64') } : body
    const open = (body: unknown) =>
      secret ? deps.vault.open(Buffer.from((body as { sealed: string }).sealed, 'base64')) : body
    const once: RouteHandlerMethod = async function (request, reply) {
      const key = keyOf(request)
      if (key === undefined) return handler.call(this, request, reply)
      const identity = {
        sql: deps.sql,
        now: deps.clock.now(),
        actor: actorOf(request),
        key,
        hash: hashOf(request),
      }
      const answer = await runOnce(identity, async (sql) => {
        request.tx = sql
        if (request.ctx) request.ctx = { ...request.ctx, sql }
        const body: unknown = await handler.call(this, request, reply)
        return { status: reply.statusCode, body: seal(body) }
      })
      if (answer.replayed) reply.header('idempotency-replayed', 'true')
      reply.code(answer.status)
      return open(answer.body)
    }
    route.handler = once
  })
}

import type { FastifyInstance } from 'fastify'
import type { ErrorCode } from '../../kernel/errors.ts'
import { toBalieError } from '../errors.ts'

/** Refusals beside those of the protocol itself, in its words (RFC 6749, 5.2 and 4.1.2.1). */
const answers = {
  unauthenticated: [401, 'invalid_client'],
  second_factor_required: [401, 'invalid_client'],
  forbidden: [403, 'access_denied'],
  plan_lacks_feature: [403, 'access_denied'],
  not_found: [404, 'invalid_request'],
  invalid: [400, 'invalid_request'],
  conflict: [400, 'invalid_request'],
  in_progress: [409, 'temporarily_unavailable'],
  too_large: [413, 'invalid_request'],
  unsupported_media_type: [415, 'invalid_request'],
  rate_limited: [429, 'temporarily_unavailable'],
  unavailable: [503, 'temporarily_unavailable'],
} satisfies Record<ErrorCode, [number, string]>

export function useErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = toBalieError(error)
    if (!known) {
      request.log.error({ err: error }, 'unexpected error')
      return reply
        .code(500)
        .send({ error: 'server_error', error_description: 'Something went wrong on our side.' })
    }
    const [status, name] = answers[known.code]
    if (known.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds)
    return reply.code(status).send({ error: name, error_description: known.message })
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'invalid_request', error_description: 'There is nothing here.' }),
  )
}

import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import type { ErrorCode } from '../../kernel/errors.ts'
import { toBalieError } from '../errors.ts'

export const apiError = Type.Object(
  {
    code: Type.String({ examples: ['invalid'] }),
    field: Type.Optional(
      Type.String({ description: 'The field at fault, where it is one.', examples: ['message'] }),
    ),
    reason: Type.Optional(
      Type.String({
        description: 'Of a conflict: why what was asked does not fit.',
        examples: ['invoice_already_paid'],
      }),
    ),
    factors: Type.Optional(
      Type.Array(Type.Enum(['app', 'passkey']), {
        description: 'With `second_factor_required`: what the account has, beside its recovery codes.',
      }),
    ),
    message: Type.String({ examples: ['message must not be empty.'] }),
  },
  { $id: 'Error' },
)

export const portalStatusOf = {
  unauthenticated: 401,
  second_factor_required: 401,
  forbidden: 403,
  plan_lacks_feature: 426,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  in_progress: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  unavailable: 503,
} satisfies Record<ErrorCode, number>

export function useErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = toBalieError(error)
    if (!known) {
      request.log.error({ err: error }, 'unexpected error')
      return reply.code(500).send({ code: 'internal', message: 'Something went wrong on our side.' })
    }
    if (known.retryAfterSeconds !== undefined) reply.header('retry-after', known.retryAfterSeconds)
    const field = known.code === 'invalid' ? { field: known.about } : {}
    const reason = known.code === 'conflict' ? { reason: known.about } : {}
    const factors = known.code === 'second_factor_required' ? { factors: known.about.split(' ') } : {}
    return reply
      .code(portalStatusOf[known.code])
      .send({ code: known.code, ...field, ...reason, ...factors, message: known.message })
  })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ code: 'not_found', message: 'There is nothing here.' }),
  )
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { BalieError, ConflictReason, ErrorCode } from '../../kernel/errors.ts'
import { toBalieError } from '../errors.ts'

/** The shape of every refusal. */
export const apiError = Type.Object(
  { message: Type.String({ description: 'What went wrong.' }) },
  { $id: 'Error_ApiError', description: 'Returned when the request could not be fulfilled.' },
)

/** The same with what our own pages want to know too. */
export const apiErrorForStaff = Type.Object(
  {
    ...apiError.properties,
    code: Type.Optional(Type.String({ description: 'The kind, of a conflict its reason.' })),
    field: Type.Optional(Type.String({ description: 'The field at fault.' })),
  },
  { $id: 'Error_ApiError' },
)

export const rateLimitError = Type.Object(
  { code: Type.Literal(429), message: Type.String({ examples: ['Too many requests.'] }) },
  { $id: 'Error_RateLimit', description: 'Returned when the limit of requests per minute is reached.' },
)

const statusOf = {
  unauthenticated: 401,
  second_factor_required: 401,
  forbidden: 403,
  plan_lacks_feature: 426,
  not_found: 404,
  invalid: 422,
  conflict: 422,
  in_progress: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  unavailable: 503,
} satisfies Record<ErrorCode, number>

/** Most of what does not fit a state is documented as 422; this is not. */
const conflicts409: ReadonlySet<string> = new Set<ConflictReason>([
  'appointment_already_canceled',
  'appointment_not_pending',
  'appointment_overlaps',
])

const statusFor = ({ code, about }: BalieError): number =>
  code === 'conflict' && conflicts409.has(about) ? 409 : statusOf[code]

/** What our own pages are told beside the sentence: the kind or the reason, and the field at fault. */
const forPages = ({ code, about }: BalieError) => ({
  code: code === 'conflict' ? about : code,
  ...(code === 'invalid' ? { field: about.replaceAll(/\[(\d+)\]/g, '.$1') } : {}),
})

function answer(reply: FastifyReply, error: BalieError, more: object) {
  const seconds = error.retryAfterSeconds
  // RFC 6750, 3: what a client of OAuth looks at.
  if (error.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="Balie"')
  if (seconds !== undefined) reply.header('retry-after', seconds)
  if (error.code !== 'rate_limited')
    return reply.code(statusFor(error)).send({ ...more, message: error.message })
  // The documented time of the reset is a UNIX timestamp, in seconds.
  reply.header('x-ratelimit-reset', Math.ceil(Date.now() / 1000) + (seconds ?? 0))
  return reply.code(429).send({ code: 429, message: 'Too many requests.' })
}

/** `forStaff`: with what our own pages want to know too. */
export function useErrors(app: FastifyInstance, forStaff = false): void {
  app.setErrorHandler((error, request, reply) => {
    const known = toBalieError(error)
    if (known) return answer(reply, known, forStaff ? forPages(known) : {})
    request.log.error({ err: error }, 'unexpected error')
    return reply.code(500).send({ message: 'Something went wrong on our side.' })
  })
  app.setNotFoundHandler((request: FastifyRequest, reply) =>
    reply.code(404).send({ message: `There is nothing at ${request.method} ${request.url.split('?')[0]}.` }),
  )
}

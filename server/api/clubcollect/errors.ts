import type { FastifyInstance, FastifyReply } from 'fastify'
import type { BalieError, ErrorCode, Thing } from '../../kernel/errors.ts'
import { toBalieError } from '../errors.ts'

const statusOf = {
  unauthenticated: 401,
  second_factor_required: 401,
  forbidden: 403,
  plan_lacks_feature: 403,
  not_found: 404,
  invalid: 422,
  conflict: 422,
  in_progress: 409,
  too_large: 413,
  unsupported_media_type: 422,
  rate_limited: 429,
  unavailable: 503,
} satisfies Record<ErrorCode, number>

const missing: Partial<Record<Thing, string>> = { batch: 'invalid_import_id', invoice: 'invalid_invoice_id' }

const conflicts: Record<string, string> = {
  batch_already_transmitted: 'import_already_transmitted',
  invoice_already_retracted: 'already_retracted',
  credit_exceeds_outstanding: 'invalid_credit_amount',
}

const codes: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'unauthorized',
  second_factor_required: 'unauthorized',
  forbidden: 'forbidden',
  plan_lacks_feature: 'forbidden',
  too_large: 'request_too_large',
  unsupported_media_type: 'invalid_content_type',
  in_progress: 'request_in_progress',
  rate_limited: 'rate_limited',
  unavailable: 'unavailable',
}

/** `invoice_lines[0].amount_cents` to `invalid_invoice_lines`: the documented codes name the outermost field. */
const invalidCode = (field: string) =>
  `invalid_${field
    .replace(/[.[].*$/, '')
    .replaceAll(' ', '_')
    .toLowerCase()}`

function codeOf(error: BalieError): string {
  if (error.code === 'not_found') return missing[error.about as Thing] ?? 'not_found'
  if (error.code === 'conflict') return conflicts[error.about] ?? error.about
  if (error.code === 'invalid')
    return error.about.startsWith('the ') ? 'invalid_request' : invalidCode(error.about)
  return codes[error.code] ?? error.code
}

/**
 * The documented shape has one code and no more, so that is the body. The sentence that says which field broke which rule
 * travels beside it, in a header of ours.
 */
export function refuse(reply: FastifyReply, error: BalieError) {
  if (error.retryAfterSeconds !== undefined) reply.header('retry-after', error.retryAfterSeconds)
  reply.header('x-error-message', error.message.replace(/[^\x20-\x7e]/g, '?'))
  const plural = error.code === 'not_found' && reply.request.routeOptions.config.pluralErrors
  return reply.code(statusOf[error.code]).send({ [plural ? 'errors' : 'error']: codeOf(error) })
}

export function useErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known = toBalieError(error)
    if (known) return refuse(reply, known)
    request.log.error({ err: error }, 'unexpected error')
    return reply.code(500).send({ error: 'internal_error' })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not_found' }))
}

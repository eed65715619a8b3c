import { BalieError } from '../kernel/errors.ts'

/** What postgres.js and the socket say when the database cannot be reached or gave up on us. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
])

/**
 * Any error as one of the closed list: ours as it is, the framework's refusals of a request by their status, a database
 * out of reach as `unavailable`. Undefined is a fault of ours: 500, and nothing of it is shown.
 */
export function toBalieError(error: unknown): BalieError | undefined {
  if (error instanceof BalieError) return error
  const { code = '', statusCode = 500 } = (error ?? {}) as { code?: string; statusCode?: number }
  if (UNREACHABLE.has(code))
    return new BalieError('unavailable', 'database', 'The database cannot be reached.', 5)
  if (statusCode === 413) return new BalieError('too_large', 'the body', 'The body is too large.')
  if (statusCode === 415)
    return new BalieError('unsupported_media_type', 'the body', 'The content type is not supported.')
  if (statusCode >= 400 && statusCode < 500)
    return new BalieError('invalid', 'the body', 'The request is malformed.')
  return undefined
}

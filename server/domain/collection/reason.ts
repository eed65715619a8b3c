import { invalid } from '../../kernel/errors.ts'

const MAX_REASON = 500

/** A reason that everybody may read, on one line. Throws `invalid`. */
export function readReason(reason: unknown): string {
  const read = typeof reason === 'string' ? reason.replace(/[\p{Cc}\s]+/gu, ' ').trim() : ''
  if (read === '' || read.length > MAX_REASON || !read.isWellFormed())
    throw invalid('reason', `must be a text of 1 to ${MAX_REASON} characters`)
  return read
}

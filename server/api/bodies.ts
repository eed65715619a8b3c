import type { FastifyInstance } from 'fastify'
import { invalid } from '../kernel/errors.ts'

/** JSON as clients send it: an empty body is no body, with whatever content type. Throws `invalid`. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('the body', 'must be JSON')
  }
}

/** Reads JSON bodies, also of `application/…+json` and of clients that forget to say what they send. */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/([\w.-]+\+)?json/i,
    { parseAs: 'string' },
    async (_request: unknown, text: string) => parseJson(text),
  )
}

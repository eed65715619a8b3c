import { parse } from 'node:querystring'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { parseJson } from '../bodies.ts'

/**
 * A body stays text until an operation that has one asks for it: an unknown id goes before a wrong content type, and the
 * actions without a body do not care what was sent.
 */
export function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, text: string) => text)
}

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldsOf(value: unknown): Fields {
  if (value === undefined || value === null) return {}
  if (!isFields(value)) throw invalid('the body', 'must be a JSON object')
  return value
}

const contentType = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

const textOf = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '')

/** The body of an operation below `/invoices`, which must be JSON. Throws `unsupported_media_type`, `invalid`. */
export function jsonBody(request: FastifyRequest): Fields {
  if (!/^application\/([\w.-]+\+)?json$/.test(contentType(request)))
    throw new BalieError(
      'unsupported_media_type',
      'Content-Type',
      'The header Content-Type must be application/json.',
    )
  return fieldsOf(parseJson(textOf(request)))
}

/** The body of any other operation: a form where it says so, else JSON. Throws `invalid`. */
export function anyBody(request: FastifyRequest): Fields {
  if (contentType(request) === 'application/x-www-form-urlencoded') return { ...parse(textOf(request)) }
  return fieldsOf(parseJson(textOf(request)))
}

/** What is missing goes before what is malformed: `read` may refuse only what `exists` has let through. */
export async function missingFirst<T>(exists: () => Promise<void>, read: () => T): Promise<T> {
  try {
    return read()
  } catch (error) {
    await exists()
    throw error
  }
}

import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { BalieError, invalid } from '../kernel/errors.ts'
import { parseCents } from '../kernel/money.ts'
import type { Rule } from '../kernel/rules.ts'
import { parseDate } from '../kernel/time.ts'
import { withoutFiles } from './file-field.ts'
import { soften } from './soften.ts'

const ajv = new Ajv({ strict: false, verbose: true, allErrors: false, validateFormats: true })
addFormats.default(ajv, ['email', 'uri'])
ajv.addFormat('date', { type: 'string', validate: (text: string) => parseDate(text) !== undefined })
ajv.addFormat('amount', { type: 'string', validate: (text: string) => parseCents(text) !== undefined })

/** `/lines/0/vatRate` to `lines[0].vatRate`. */
const fieldOf = (pointer: string): string =>
  pointer
    .slice(1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
    .replace(/(^|\/)(\d+)(?=\/|$)/g, '[$2]')
    .replaceAll('/', '.')

/** What is wrong, as the end of a sentence that begins with the field. */
export function ruleOf(error: Pick<ErrorObject, 'keyword' | 'params' | 'data' | 'message'>): Rule {
  const { keyword, params, data } = error
  const limit = Number((params as { limit?: unknown }).limit)
  switch (keyword) {
    case 'type':
      return `must be ${/^[aeiou]/.test(String(params['type'])) ? 'an' : 'a'} ${String(params['type'])}` as Rule
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}`
    case 'format':
      return formatRule(String(params['format']), String(data))
    case 'minLength':
      return limit === 1 ? 'must not be empty' : `must be at least ${limit} characters long`
    case 'maxLength':
      return `must be at most ${limit} characters long`
    case 'minProperties':
      return 'must have at least one of the known fields'
    case 'minItems':
      return `must hold at least ${limit} of them`
    case 'minimum':
      return `must be at least ${limit}`
    case 'maximum':
      return `must be at most ${limit}`
    case 'maxItems':
      return `must hold at most ${limit} of them`
    default:
      return (error.message ?? 'is malformed') as Rule
  }
}

function formatRule(format: string, value: string): Rule {
  switch (format) {
    case 'date':
      if (/^\d{4}-/.test(value) && (value < '1900' || value >= '9999'))
        return 'must be a date between 1900 and 9998'
      return /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? `must be a date that exists; ${value} does not`
        : 'must be a date as YYYY-mm-dd'
    case 'amount':
      return 'must be an amount in euros with at most two decimals, such as 12.95'
    case 'email':
      return 'must be an e-mail address'
    default:
      return `must be a ${format}` as Rule
  }
}

export function sentenceOf(errors: readonly ErrorObject[]): BalieError {
  const [error] = errors
  if (!error) return invalid('the body', 'is malformed')
  const field = fieldOf(error.instancePath)
  if (error.keyword !== 'required') return invalid(field || 'the body', ruleOf(error))
  const missing = (error.params as { missingProperty: string }).missingProperty
  return invalid(field === '' ? missing : `${field}.${missing}`, 'is required')
}

/** Makes every schema of the plugin check softened input and refuse with a sentence about the first field at fault. */
export function useSentences(app: FastifyInstance): void {
  app.setValidatorCompiler<object>(({ schema }) => {
    const check = ajv.compile(withoutFiles(schema))
    return (data: unknown) => {
      try {
        // A body may be missing altogether: then every required field is.
        const value = soften(schema, data ?? {})
        return check(value) ? { value } : { error: sentenceOf(check.errors ?? []) }
      } catch (error) {
        if (error instanceof BalieError) return { error }
        throw error
      }
    }
  })
}

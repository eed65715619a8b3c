import { invalid } from '../../kernel/errors.ts'
import { parseDate } from '../../kernel/time.ts'
import type { FormField, FormValue, FormValues } from './form.ts'

const MAX_LENGTH = 10_000

/** What a customer filled in, by the fields of the form: others are discarded. Throws `invalid`, naming the field. */
export const checkValues = (fields: FormField[], given: unknown): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, checkValue(field, ownOf(given, field.name))]))

/**
 * What an endpoint says that the fields hold already: what is missing, or is no value of such a field, is null; other
 * fields are discarded.
 */
export const knownValues = (fields: FormField[], given: unknown): FormValues =>
  Object.fromEntries(
    fields.map((field) => {
      try {
        return [field.name, checkValue({ ...field, required: false }, ownOf(given, field.name))]
      } catch {
        return [field.name, null]
      }
    }),
  )

const ownOf = (given: unknown, name: string): unknown =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, name)
    ? (given as Record<string, unknown>)[name]
    : undefined

function checkValue(field: FormField, given: unknown): FormValue {
  const path = `values.${field.name}`
  const value = typeof given === 'string' ? given.trim() : given
  if (value === undefined || value === null || value === '') {
    if (field.required) throw invalid(path, 'is required')
    return null
  }
  if (field.type === 'number') {
    const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number
    throw invalid(path, 'must be a number')
  }
  if (field.type === 'checkbox') {
    if (value === true || value === 'true' || value === 1 || value === '1' || value === 'on') return true
    if (field.required) throw invalid(path, 'must be ticked')
    if (value === false || value === 'false' || value === 0 || value === '0') return false
    throw invalid(path, 'must be true or false')
  }
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
  if (typeof text !== 'string') throw invalid(path, 'must be a text')
  if (text.length > MAX_LENGTH) throw invalid(path, `must be at most ${MAX_LENGTH} characters long`)
  if (text.includes('\0') || !text.isWellFormed())
    throw invalid(path, 'must not contain NUL characters or broken Unicode')
  if (field.type === 'date' && parseDate(text) === undefined)
    throw invalid(path, 'must be a date that exists, as YYYY-mm-dd')
  if (field.type === 'choice' && !field.options.includes(text))
    throw invalid(path, `must be one of ${field.options.join(', ')}`)
  return text
}

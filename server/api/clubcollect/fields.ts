import { invalid } from '../../kernel/errors.ts'

type Fields = Record<string, unknown>

/** An object inside the body; left out or `null` is an empty one. `code` is the field that the error names. */
export function objectField(fields: Fields, name: string, code = name): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === undefined || value === null || value === '') return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(code, 'must be an object')
  return value as Fields
}

/** A text, trimmed; left out or `null` is empty; a number is its digits. Throws `invalid`. */
export function textField(fields: Fields, name: string, { code = name, max = 255 } = {}): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw invalid(code, 'must be a text')
  if (value.includes('\0') || !value.isWellFormed())
    throw invalid(code, 'must not contain NUL characters or broken Unicode')
  const text = value.trim()
  if (text.length > max) throw invalid(code, `must be at most ${max} characters long`)
  return text
}

export const optionalText = (fields: Fields, name: string): string | null => textField(fields, name) || null

/** A safe integer, as a number or in digits; undefined when left out. Throws `invalid`. */
export function integerField(fields: Fields, name: string, code = name): number | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === undefined || value === null || value === '') return undefined
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value.trim()) ? Number(value) : value
  if (!Number.isSafeInteger(number)) throw invalid(code, 'must be an integer')
  return number as number
}

/** `true` or `false`, also as a word or as 1 or 0; undefined when left out. Throws `invalid`. */
export function booleanField(fields: Fields, name: string): boolean | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === undefined || value === null || value === '') return undefined
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value
  if (word === true || word === 'true' || word === 1 || word === '1') return true
  if (word === false || word === 'false' || word === 0 || word === '0') return false
  throw invalid(name, 'must be true or false')
}

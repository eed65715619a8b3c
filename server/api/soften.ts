import { Upload } from '../domain/documents/upload.ts'
import { invalid } from '../kernel/errors.ts'

/** The parts of a JSON schema that matter here. */
interface Shape {
  type?: string
  enum?: readonly unknown[]
  properties?: Record<string, Shape>
  required?: readonly string[]
  items?: Shape
  anyOf?: readonly Shape[]
  format?: string
  minimum?: number
  maximum?: number
  default?: unknown
  /** Out of bounds is moved into them, what is no number is the default. */
  'x-clamped'?: boolean
  /** A file of a multipart body. */
  'x-file'?: object
}

/** The clamped number; `default` for anything that is none, a value given twice included. */
export function clamp(
  { minimum = 1, maximum = Number.MAX_SAFE_INTEGER, default: fallback }: Shape,
  value: unknown,
): number {
  const text = typeof value === 'string' ? value.trim() : ''
  return /^-?\d+$/.test(text) ? Math.min(Math.max(Number(text), minimum), maximum) : Number(fallback)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Takes input the way its senders send it, before it is checked: digit strings for numbers, `"true"` and 1 for true,
 * enum values in any case, numbers for amounts, `null` and `""` for a field left out; fields that the schema does not
 * know are dropped. What cannot be stored as text is refused here: NUL characters and broken Unicode (Postgres has no
 * place for the one, UTF-8 none for the other). Throws `invalid`, naming the field.
 */
export function soften(shape: Shape, value: unknown, path = ''): unknown {
  if (shape['x-clamped']) return clamp(shape, value)
  if (shape['x-file'] && !(value instanceof Upload))
    throw invalid(path, 'must be a file of a multipart/form-data body')
  if (typeof value === 'string') return softenText(shape, value, path)
  if (typeof value === 'number') {
    if (shape.type === 'string' && shape.format === 'amount') return String(value)
    if (shape.type === 'boolean' && (value === 0 || value === 1)) return value === 1
    return value
  }
  if (Array.isArray(value))
    return shape.items ? value.map((item, index) => soften(shape.items!, item, `${path}[${index}]`)) : value
  if (!isObject(value)) return value
  if (!shape.properties) {
    // The names are the sender's: they and their texts stay as they are.
    for (const [name, inner] of Object.entries(value)) {
      refuseUnstorable(name, path)
      if (typeof inner === 'string') refuseUnstorable(inner, `${path}.${name}`)
    }
    return value
  }
  const soft: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(shape.properties)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined
    if (given === undefined || given === null || (typeof given === 'string' && given.trim() === '')) continue
    soft[name] = soften(inner, given, path === '' ? name : `${path}.${name}`)
  }
  return soft
}

function refuseUnstorable(text: string, path: string): void {
  if (text.includes('\0') || !text.isWellFormed())
    throw invalid(path || 'the body', 'must not contain NUL characters or broken Unicode')
}

function softenText(shape: Shape, text: string, path: string): unknown {
  refuseUnstorable(text, path)
  if (shape.enum) {
    const same = shape.enum.find((value) => String(value).toLowerCase() === text.trim().toLowerCase())
    return same ?? text
  }
  if ((shape.type === 'integer' || shape.type === 'number') && /^-?\d{1,15}$/.test(text.trim()))
    return Number(text)
  if (shape.type === 'boolean') {
    const word = text.trim().toLowerCase()
    if (word === 'true' || word === '1') return true
    if (word === 'false' || word === '0') return false
  }
  return text.trim()
}

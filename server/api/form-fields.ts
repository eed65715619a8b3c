import { invalid } from '../kernel/errors.ts'
import type { FileRule, FormShape } from './file-field.ts'

const MAX_DEPTH = 8
const MAX_INDEX = 999

/** `signers[0][firstName]`, `signers.0.firstName` and `documents.items` in their segments; `[]` is an empty one. */
function segmentsOf(name: string): string[] {
  const segments = name
    .replace(/\[([^\][]*)\]/g, '.$1')
    .split('.')
    .map((segment) => segment.trim())
  if (segments.length > MAX_DEPTH) throw invalid('the body', `must not have fields deeper than ${MAX_DEPTH}`)
  return segments
}

/** Where a name says which item of a list it means, or that it is the next one. */
const isPlace = (segment: string) => segment === '' || segment === 'items' || /^\d+$/.test(segment)

/** What a field of a form is, by its name: undefined for one that the schema does not know. */
export function fieldOf(
  form: FormShape,
  name: string,
): { shape: FormShape; file: FileRule | undefined; most: number } | undefined {
  let shape = form
  let most = 1
  for (const segment of segmentsOf(name)) {
    if (shape.items && isPlace(segment)) {
      most = shape.maxItems ?? MAX_INDEX + 1
      shape = shape.items
      continue
    }
    const holder: FormShape = shape.items ?? shape
    const { properties = {} } = holder
    if (!Object.hasOwn(properties, segment)) return undefined
    shape = properties[segment]!
    most = 1
  }
  if (shape.items?.['x-file'])
    return { shape: shape.items, file: shape.items['x-file'], most: shape.maxItems ?? 100 }
  return { shape, file: shape['x-file'], most }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a field that holds JSON where the schema has an object or a list; else as it came. */
function parsed(shape: FormShape, value: unknown, name: string): unknown {
  if (typeof value !== 'string' || shape['x-file'] || !(shape.properties || shape.items)) return value
  const text = value.trim()
  if (!/^[[{]/.test(text)) return value
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw invalid(name, 'must be JSON')
  }
}

/**
 * A body, put together from the fields of a form as senders write them: nested names in brackets or with dots, repeated
 * names, JSON in a field, or a mixture. What the schema does not know is left out.
 */
export class FormBody {
  readonly #form: FormShape
  readonly #lists: unknown[][] = []
  #body: unknown

  constructor(form: FormShape) {
    this.#form = form
  }

  add(name: string, value: unknown): void {
    this.#body = this.#place(this.#form, this.#body, segmentsOf(name), value, name)
  }

  /** Lists without the places that no field filled. */
  finish(): unknown {
    for (const list of this.#lists) list.splice(0, list.length, ...list.filter(() => true))
    return this.#body ?? {}
  }

  #place(shape: FormShape, held: unknown, segments: string[], value: unknown, name: string): unknown {
    if (shape.items) return this.#placeInList(shape.items, held, segments, value, name)
    const [first, ...rest] = segments
    if (!shape.properties || first === undefined) {
      const given = parsed(shape, value, name)
      if (first !== undefined) return [given]
      if (isObject(held) && isObject(given)) return { ...held, ...given }
      // A field given twice is two values, which the schema refuses.
      return held === undefined ? given : [held, given]
    }
    if (!Object.hasOwn(shape.properties, first)) return held
    const object = isObject(held) ? held : {}
    object[first] = this.#place(shape.properties[first]!, object[first], rest, value, name)
    return object
  }

  #placeInList(item: FormShape, held: unknown, segments: string[], value: unknown, name: string): unknown {
    const list = Array.isArray(held) ? (held as unknown[]) : this.#newList()
    const [first, ...rest] = segments
    if (first !== undefined && /^\d+$/.test(first)) {
      const index = Number(first)
      if (index > MAX_INDEX) throw invalid(name, `must have an index of at most ${MAX_INDEX}`)
      list[index] = this.#place(item, list[index], rest, value, name)
      return list
    }
    const inner = first === undefined || isPlace(first) ? rest : segments
    const [field] = inner
    if (field === undefined) {
      const given = parsed({ items: item }, value, name)
      if (list.length > MAX_INDEX) throw invalid(name, `must hold at most ${MAX_INDEX + 1} of them`)
      if (Array.isArray(given)) list.push(...(given as unknown[]))
      else list.push(given)
      return list
    }
    // `signers[][name]`: the item at hand, until it has the field already.
    const last = list.at(-1)
    if (isObject(last) && !Object.hasOwn(last, field)) this.#place(item, last, inner, value, name)
    else if (list.length <= MAX_INDEX) list.push(this.#place(item, undefined, inner, value, name))
    return list
  }

  #newList(): unknown[] {
    const list: unknown[] = []
    this.#lists.push(list)
    return list
  }
}

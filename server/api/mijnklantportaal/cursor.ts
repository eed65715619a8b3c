import { invalid } from '../../kernel/errors.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { After } from '../../kernel/page.ts'
import { parseDate } from '../../kernel/time.ts'

/** Where a list goes on, and how many of its rows came before. */
export interface Cursor extends After {
  before: number
}

const MAX_KEY = 2000

/**
 * A place in a list as text: its order, the key and the id of the row, and the rows before. It holds nothing that the list
 * does not show, and no company: that is the caller's.
 */
export const encodeCursor = (order: string, { key, id, before }: Cursor): string =>
  Buffer.from(JSON.stringify([order, key, id, before])).toString('base64url')

/** Throws `invalid` for anything that is no cursor of a list in that order. */
export function decodeCursor(text: string, order: string): Cursor {
  const value = parse(text)
  if (Array.isArray(value) && value.length === 4) {
    const [of, key, id, before] = value as unknown[]
    if (
      of === order &&
      typeof key === 'string' &&
      isKey(order, key) &&
      typeof id === 'string' &&
      isUuid(id) &&
      Number.isSafeInteger(before) &&
      Number(before) >= 0
    )
      return { key, id, before: Number(before) }
  }
  throw invalid('cursor', 'must be the next_cursor of a page of this list in the same order')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown
  } catch {
    return undefined
  }
}

/** What the database would take for such a key: others are no fault of ours, and no error of the database's. */
function isKey(order: string, key: string): boolean {
  switch (order.replace('-', '')) {
    case 'createdAt':
      return isInstant(key)
    case 'issuedAt':
      return parseDate(key) !== undefined
    default:
      return key.length <= MAX_KEY && key.isWellFormed() && !key.includes('\0')
  }
}

function isInstant(text: string): boolean {
  if (!/^(19|2\d)\d{2,}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(\+00|Z)$/.test(text)) return false
  const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}`
  const time = Date.parse(`${seconds}Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(seconds)
}

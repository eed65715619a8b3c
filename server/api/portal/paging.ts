import Type, { type TSchema } from 'typebox'
import { invalid } from '../../kernel/errors.ts'
import type { After, Keyed, Page, Stretch } from '../../kernel/page.ts'
import { parseDate, parseDateTime } from '../../kernel/time.ts'
import { isUuid } from '../../kernel/ids.ts'
import { pageSize } from '../paging.ts'

export const DEFAULT_SIZE = 25
const MAX_SIZE = 100

export const pageFields = {
  cursor: Type.Optional(
    Type.String({ description: 'Where to go on: the `nextCursor` of the page before.', maxLength: 200 }),
  ),
  limit: pageSize(DEFAULT_SIZE, MAX_SIZE),
}

/** One page of a list that goes on by cursor. */
export const pageOf = <Item extends TSchema>(item: Item, description: string) =>
  Type.Object(
    {
      data: Type.Array(item),
      nextCursor: Type.Union([Type.String(), Type.Null()], {
        description: 'Brings the next page; null on the last.',
      }),
    },
    { description },
  )

const wrong = () => invalid('cursor', 'must be the nextCursor of a page of this list')

/** An instant as the database writes it, that exists. */
const isInstant = (key: string): boolean =>
  key === '-infinity' ||
  (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(key) &&
    parseDateTime(key.replace(/\+00$/, 'Z'), 'UTC') !== undefined)

/** What a list may be ordered by, and whether a value is one as the database writes it. */
const keys = {
  instant: isInstant,
  /** Without a day: after all others. */
  day: (key: string) => key === 'infinity' || parseDate(key) !== undefined,
  cents: (key: string) => /^-?\d{1,15}$/.test(key),
}

function afterOf(cursor: string, kind: keyof typeof keys): After {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw wrong()
  }
  const [key, id] = Array.isArray(parts) ? (parts as unknown[]) : []
  if (typeof key !== 'string' || !keys[kind](key) || typeof id !== 'string' || !isUuid(id)) throw wrong()
  return { key, id }
}

/** Throws `invalid` for a cursor that is none. */
export const stretchOf = (
  { cursor, limit }: { cursor?: string; limit?: number },
  kind: keyof typeof keys = 'instant',
): Stretch => ({
  after: cursor === undefined ? undefined : afterOf(cursor, kind),
  offset: 0,
  limit: limit ?? DEFAULT_SIZE,
})

export function presentPage<Row extends { id: string }, Item>(
  { rows, more }: Page<Keyed<Row>>,
  present: (row: Row) => Item,
): { data: Item[]; nextCursor: string | null } {
  const last = rows.at(-1)
  return {
    data: rows.map(present),
    nextCursor: more && last ? Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url') : null,
  }
}

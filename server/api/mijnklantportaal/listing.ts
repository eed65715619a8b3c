import Type, { type TSchema } from 'typebox'
import { invalid } from '../../kernel/errors.ts'
import type { Page, Stretch } from '../../kernel/page.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { pageOf, pageQuery, parsePage, presentPage, toPageRequest, type PageQuery } from './paging.ts'

/** Pages are numbered this far into a filtered list; cursors go on to its end at no cost. */
const MAX_OFFSET = 10_000

/** What a list that can be filtered takes: pages as ever, a cursor, an order; our extensions. */
export const listQuery = <const Order extends string>(orders: readonly Order[]) => ({
  ...pageQuery.properties,
  cursor: Type.Optional(
    Type.String({ maxLength: 4000, description: 'The `next_cursor` of a page; instead of `page`.' }),
  ),
  sort: Type.Optional(
    Type.Enum([...orders], { description: 'A minus is descending.', examples: [orders[0]] }),
  ),
})

interface ListQuery<Order extends string> {
  page?: number
  per_page?: number
  cursor?: string
  sort?: Order
}

/** What is asked of a list. */
export interface Listing<Order extends string> {
  /** Nothing but a page, as the contract documents it. */
  plain: boolean
  page: PageQuery
  order: Order
  stretch: Stretch
  /** How many rows come before. */
  before: number
  /** The parameters that the links of the page repeat. */
  within: Record<string, string>
}

/** `fallback` is the order where none is asked for. Throws `invalid`. */
export function parseListing<Order extends string>(
  query: ListQuery<Order> & Record<string, string | number | boolean | undefined>,
  fallback: Order,
): Listing<Order> {
  const { page: _page, per_page: _size, cursor, sort, ...filters } = query
  const within: Record<string, string> = {}
  for (const [name, value] of Object.entries<string | boolean | undefined>({ ...filters, sort }))
    if (value !== undefined) within[name] = String(value)
  const order = sort ?? fallback
  const page = parsePage(query)
  const plain = cursor === undefined && Object.keys(within).length === 0
  const stretch = { ...toPageRequest(page), after: undefined }
  if (cursor !== undefined) {
    const after = decodeCursor(cursor, order)
    const { before } = after
    page.page = Math.floor(before / page.perPage) + 1
    return { plain, page, order, within, before, stretch: { offset: 0, limit: page.perPage, after } }
  }
  if (!plain && stretch.offset > MAX_OFFSET)
    throw invalid('page', `must not begin behind ${MAX_OFFSET} objects of a filtered list: use cursor`)
  return { plain, page, order, within, before: stretch.offset, stretch }
}

/** The envelope of such a list. */
export const listOf = <Item extends TSchema>(item: Item, description: string) =>
  Type.Object(
    {
      ...pageOf(item, description).properties,
      next_cursor: Type.Optional(
        Type.Union([Type.String(), Type.Null()], {
          description:
            'Where the next page begins, null on the last; only where a filter, `sort` or `cursor` is asked for (extension).',
        }),
      ),
    },
    { description },
  )

/** A row's value in the order of its list; a page as documented is in the order of creation. */
export const keyOf = (row: { key?: string; createdAt: string }): string => row.key ?? row.createdAt

/** `key` is a row’s value in the order of the list. */
export function presentListing<Row extends { id: string }, Item>(
  page: Page<Row>,
  listing: Listing<string>,
  path: string,
  present: (row: Row) => Item,
  key: (row: Row) => string,
) {
  const { before, plain, within, order } = listing
  const envelope = presentPage(page, listing.page, path, present)
  const last = page.rows.at(-1)
  const next_cursor =
    page.more && last
      ? encodeCursor(order, { key: key(last), id: last.id, before: before + page.rows.length })
      : null
  if (plain) return envelope
  const { page: number, perPage } = listing.page
  const url = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...within, per_page: String(perPage), ...more }).toString()}`
  const previous = number > 1 && (number - 2) * perPage <= MAX_OFFSET
  return {
    ...envelope,
    first_page_url: url({ page: '1' }),
    from: last ? before + 1 : null,
    next_page_url: next_cursor === null ? null : url({ cursor: next_cursor }),
    prev_page_url: previous ? url({ page: String(number - 1) }) : null,
    to: last ? before + page.rows.length : null,
    next_cursor,
  }
}

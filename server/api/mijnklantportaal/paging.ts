import Type, { type Static, type TSchema } from 'typebox'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { pageNumber, pageSize } from '../paging.ts'

const DEFAULT_SIZE = 15
const MAX_SIZE = 100

export interface PageQuery {
  page: number
  perPage: number
}

/** `per_page` is our extension. */
export const pageQuery = Type.Object({ page: pageNumber, per_page: pageSize(DEFAULT_SIZE, MAX_SIZE) })

export const parsePage = (query: Static<typeof pageQuery>): PageQuery => ({
  page: query.page ?? 1,
  perPage: query.per_page ?? DEFAULT_SIZE,
})

export const toPageRequest = ({ page, perPage }: PageQuery): PageRequest => ({
  offset: (page - 1) * perPage,
  limit: perPage,
})

/** The envelope of every list: simple pagination, without totals. */
export const pageOf = <Item extends TSchema>(item: Item, description: string) =>
  Type.Object(
    {
      current_page: Type.Integer({ examples: [1] }),
      data: Type.Array(item),
      first_page_url: Type.String(),
      from: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Position of the first object of this page.',
      }),
      next_page_url: Type.Union([Type.String(), Type.Null()]),
      path: Type.String(),
      per_page: Type.Integer({ examples: [DEFAULT_SIZE] }),
      prev_page_url: Type.Union([Type.String(), Type.Null()]),
      to: Type.Union([Type.Integer(), Type.Null()], {
        description: 'Position of the last object of this page.',
      }),
    },
    { description },
  )

/** `path` is the list's own address; `within` the parameters that narrow it, as a query. */
export function presentPage<Row, Item>(
  page: Page<Row>,
  query: PageQuery,
  path: string,
  present: (row: Row) => Item,
  within = '',
) {
  const url = (number: number) =>
    `${path}?${within === '' ? '' : `${within}&`}page=${number}${query.perPage === DEFAULT_SIZE ? '' : `&per_page=${query.perPage}`}`
  const { offset } = toPageRequest(query)
  const some = page.rows.length > 0
  return {
    current_page: query.page,
    data: page.rows.map(present),
    first_page_url: url(1),
    from: some ? offset + 1 : null,
    next_page_url: page.more ? url(query.page + 1) : null,
    path,
    per_page: query.perPage,
    prev_page_url: query.page > 1 ? url(query.page - 1) : null,
    to: some ? offset + page.rows.length : null,
  }
}

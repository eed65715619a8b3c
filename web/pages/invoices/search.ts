import type { components, paths } from '../../client/portal.generated.ts'

export type InvoiceRow = components['schemas']['InvoiceOverview']
export type InvoiceView = components['schemas']['InvoiceView']
type Query = NonNullable<paths['/invoices']['get']['parameters']['query']>
export type Sort = NonNullable<Query['sort']>
export type Filters = Omit<Query, 'cursor' | 'limit' | 'sort'>

/** What the address of the list says. */
export interface Search extends Filters {
  sort?: Sort
  /** Which columns, in order. */
  columns?: string
  /** A kept view that one looks through. */
  view?: string
  /** What is done to many, to follow it. */
  bulk?: string
}

export const states = ['open', 'overdue', 'paid', 'paused', 'disputed', 'retracted', 'draft'] as const
export const filterNames = [
  'state',
  'importId',
  'customerId',
  'q',
  'amountFrom',
  'amountTo',
  'dueFrom',
  'dueTo',
] as const
export const sorts = ['createdAt', 'issuedAt', 'dueAt', 'amount', 'outstanding'] as const
export type SortName = (typeof sorts)[number]

const texts = [...filterNames, 'sort', 'columns', 'view', 'bulk'] as const

/** Takes what an address can say; what the server would refuse it says itself. A search that is numbers only comes as one. */
export function readSearch(search: Record<string, unknown>): Search {
  return Object.fromEntries(
    texts.flatMap((name) => {
      const value = search[name]
      return typeof value === 'string' || typeof value === 'number'
        ? [[name, typeof value === 'number' && name.startsWith('amount') ? value.toFixed(2) : String(value)]]
        : []
    }),
  )
}

/** The filters alone, as the server takes them. */
export const filtersOf = (search: Search): Filters =>
  Object.fromEntries(
    filterNames.flatMap((name) =>
      search[name] === undefined || search[name] === '' ? [] : [[name, search[name]]],
    ),
  )

export const isFiltered = (search: Search): boolean => Object.keys(filtersOf(search)).length > 0

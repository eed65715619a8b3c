import type { Ctx } from '../../kernel/context.ts'
import { BalieError, conflict, invalid, notFound } from '../../kernel/errors.ts'
import type { BrowseOrder } from '../invoices/browse-invoices.ts'

/** As the address of the list bears them: names of its parameters, and texts. */
export type ViewFilters = Record<string, string>

/** What a view holds. */
export interface ViewContent {
  name: string
  /** For all of the staff, not for its maker alone. */
  shared: boolean
  filters: ViewFilters
  sort: BrowseOrder
  /** The columns of the table, in order; empty: the usual ones. */
  columns: string[]
}

export interface InvoiceView extends ViewContent {
  id: string
  /** Whether the one who asks may change it. */
  mayChange: boolean
}

/** How many views somebody may keep: they are tabs. */
export const MAX_VIEWS = 50

/** Only people keep views: they are known by their id. Throws `forbidden`. */
export function userOf({ actor }: Ctx): string {
  if (actor.kind === 'user') return actor.id
  throw new BalieError('forbidden', 'account:write', 'Only people keep views.')
}

/** Owners may change what others share; who else, only their own. */
export const isOwner = ({ actor }: Ctx): boolean =>
  actor.permissions === 'all' || actor.permissions.has('staff:write')

/** Trimmed. Throws `invalid`. */
export function readViewName(name: string): string {
  const trimmed = name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (trimmed === '' || trimmed.length > 60 || !trimmed.isWellFormed())
    throw invalid('name', 'must have 1 to 60 characters')
  return trimmed
}

/** The columns of a view, from the row `v`. */
export const viewColumns = (ctx: Ctx) => ctx.sql`
  v.id, v.name, v.shared, v.filters, v.sort, v.columns,
  v.user_id = ${userOf(ctx)}::uuid or ${isOwner(ctx)} as "mayChange"`

/** The views that somebody sees, of the rows `v`. */
export const isSeen = (ctx: Ctx) => ctx.sql`
  v.company_id = ${ctx.company.companyId} and (v.shared or v.user_id = ${userOf(ctx)}::uuid)`

/** Why a change found no row that it may change. Throws `not_found`, else `forbidden`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function refuseChange(ctx: Ctx, id: string): Promise<never> {
  const [view] = await ctx.sql`select 1 from invoice_views v where ${isSeen(ctx)} and v.id = ${id}`
  if (!view) throw notFound('view')
  throw new BalieError('forbidden', 'staff:write', 'Only who made a shared view, or an owner, may change it.')
}

export const tooMany = () => conflict('too_many_views', `There are ${MAX_VIEWS} views already.`)

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { isSeen, viewColumns, type InvoiceView } from './view.ts'

/** One's own views and those that are shared, the oldest first. Throws `forbidden`. */
export async function listViews(ctx: Ctx): Promise<InvoiceView[]> {
  allow(ctx.actor, 'invoices:read')
  return ctx.sql<InvoiceView[]>`
    select ${viewColumns(ctx)} from invoice_views v where ${isSeen(ctx)} order by v.created_at, v.id`
}

import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

export interface Batch {
  id: string
  title: string | null
  expectedInvoicesCount: number
  transmittedAt: Instant | null
}

/** A batch with the ids of its invoices, oldest first. */
export interface BatchDetails extends Batch {
  invoiceIds: string[]
}

/** The columns of a batch, from the row `b`. */
export const batchColumns = (ctx: Ctx) => ctx.sql`
  b.id, b.title, b.expected_invoices_count as "expectedInvoicesCount", b.transmitted_at as "transmittedAt"`

/** The ids of its invoices as JSON, from the row `b`. */
export const invoiceIds = (ctx: Ctx) => ctx.sql`
  (select coalesce(json_agg(i.id order by i.id), '[]') from invoices i
    where i.company_id = b.company_id and i.batch_id = b.id) as "invoiceIds"`

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { parseReportDay, standingOn } from './ageing.ts'
import { exportRows, type Consume } from './export-rows.ts'

/** An invoice with something outstanding, or paid too much, at the end of the day. */
export interface AgeingInvoiceRow {
  externalNumber: string
  customerName: string
  customerExternalId: string | null
  importTitle: string | null
  dueOn: PlainDate | null
  /** Past the due day; negative before it. */
  daysLate: number | null
  /** Negative: paid too much. */
  cents: number
}

/** What was outstanding at the end of a day, invoice by invoice, the latest due first. Throws `forbidden`, `invalid`. */
export async function exportAgeing(
  ctx: Ctx,
  { format, asOf }: { format: string; asOf: string | undefined },
  consume: Consume<AgeingInvoiceRow>,
): Promise<void> {
  allow(ctx.actor, 'invoices:read')
  const day = parseReportDay(ctx, asOf)
  const { companyId } = ctx.company
  await exportRows<AgeingInvoiceRow>(
    ctx,
    { what: 'ageing', format, choice: { asOf: day } },
    (sql) => ({
      with: sql`with ${standingOn({ ...ctx, sql }, day)}`,
      columns: sql`
        s.external_number as "externalNumber", c.name as "customerName", c.external_id as "customerExternalId",
        b.title as "importTitle", s.due_on as "dueOn", s.days_late as "daysLate", s.cents`,
      from: sql`
        from standing s
        join customers c on c.company_id = ${companyId} and c.id = s.customer_id
        join batches b on b.company_id = ${companyId} and b.id = s.batch_id`,
      order: sql`s.days_late desc nulls last, lower(c.name) collate "C", s.id`,
    }),
    consume,
  )
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'
import {
  dueDay,
  fits,
  stateOf,
  invoiceTables,
  type InvoiceChoice,
  type InvoiceState,
} from '../invoices/invoice-choice.ts'
import { checkDays, exportRows, type Consume, type Days } from './export-rows.ts'

export interface InvoiceRow {
  externalNumber: string
  number: number
  reference: string | null
  recipient: Recipient
  customerExternalId: string | null
  importTitle: string | null
  issuedOn: PlainDate
  dueOn: PlainDate | null
  state: InvoiceState
  currency: string
  amountCents: number
  outstandingCents: number
  paidAt: Instant | null
  retractedAt: Instant | null
  retractionReason: string | null
  createdAt: Instant
}

/** Invoices that were issued in some days and fit what is asked, oldest first. Throws `forbidden`, `invalid`. */
export async function exportInvoices(
  ctx: Ctx,
  { format, days, choice }: { format: string; days: Days; choice: InvoiceChoice },
  consume: Consume<InvoiceRow>,
): Promise<void> {
  allow(ctx.actor, 'invoices:read')
  checkDays(days)
  const { from, to } = days
  await exportRows<InvoiceRow>(
    ctx,
    { what: 'invoices', format, choice: { ...days, ...choice } },
    (sql) => ({
      columns: sql`
        i.external_number as "externalNumber", i.number, i.reference, i.recipient, m.external_id as "customerExternalId",
        b.title as "importTitle", i.issued_on as "issuedOn", ${dueDay(ctx)} as "dueOn", ${stateOf(ctx)} as state,
        i.currency, i.amount_cents as "amountCents", i.outstanding_cents as "outstandingCents", i.paid_at as "paidAt",
        i.retracted_at as "retractedAt", i.retraction_reason as "retractionReason", i.created_at as "createdAt"`,
      from: sql`
        from ${invoiceTables(ctx)}
        join customers m on m.company_id = i.company_id and m.id = i.customer_id
       where ${fits(ctx, choice)}
         ${from === undefined ? sql`` : sql`and i.issued_on >= ${from}::date`}
         ${to === undefined ? sql`` : sql`and i.issued_on <= ${to}::date`}`,
      order: sql`i.issued_on, i.id`,
    }),
    consume,
  )
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import type { InvoiceLine } from '../invoices/invoice.ts'
import { checkDays, exportRows, onDays, type Consume, type Days } from './export-rows.ts'

/** A line of the ledger with the invoice that it is on. */
export interface LedgerRow extends Pick<
  InvoiceLine,
  'kind' | 'subtype' | 'amountCents' | 'description' | 'paymentMethod' | 'netCents' | 'vatRate'
> {
  occurredAt: Instant
  createdAt: Instant
  externalNumber: string
  number: number
  customerName: string
  customerExternalId: string | null
  importTitle: string | null
  currency: string
  lineExternalId: string | null
  provider: string | null
  providerPaymentId: string | null
}

/** The ledger, oldest first: what was asked, paid, taken back and given up. Throws `forbidden`, `invalid`. */
export async function exportLedger(
  ctx: Ctx,
  { format, days }: { format: string; days: Days },
  consume: Consume<LedgerRow>,
): Promise<void> {
  allow(ctx.actor, 'invoices:read')
  checkDays(days)
  await exportRows<LedgerRow>(
    ctx,
    { what: 'ledger', format, choice: days },
    (sql) => ({
      columns: sql`
        l.occurred_at as "occurredAt", l.created_at as "createdAt", l.kind, l.subtype, l.amount_cents as "amountCents",
        l.description, l.payment_method as "paymentMethod", l.net_cents as "netCents", l.vat_rate as "vatRate",
        l.external_id as "lineExternalId", i.external_number as "externalNumber", i.number, i.currency,
        c.name as "customerName", c.external_id as "customerExternalId", b.title as "importTitle", p.provider,
        p.provider_id as "providerPaymentId"`,
      from: sql`
        from invoice_lines l
        join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
        join batches b on b.company_id = i.company_id and b.id = i.batch_id
        join customers c on c.company_id = i.company_id and c.id = i.customer_id
        left join payment_entries e on e.company_id = l.company_id and e.id = l.payment_entry_id
        left join payments p on p.company_id = e.company_id and p.id = e.payment_id
       where l.company_id = ${ctx.company.companyId} ${onDays(ctx, sql`l.occurred_at`, days)}`,
      order: sql`l.occurred_at, l.id`,
    }),
    consume,
  )
}

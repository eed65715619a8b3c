import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { fits, invoiceTables, isLate, type InvoiceChoice } from './invoice-choice.ts'

/** What invoices add up to. */
export interface InvoiceSums {
  count: number
  /** As invoiced. */
  amountCents: number
  outstandingCents: number
  /** Of that, what is past its due day. */
  overdueCents: number
}

/** Adds up the invoices that fit. Throws `forbidden`. */
export async function sumInvoices(ctx: Ctx, choice: InvoiceChoice): Promise<InvoiceSums> {
  allow(ctx.actor, 'invoices:read')
  const [sums] = await ctx.sql<[InvoiceSums]>`
    select count(*) as count, coalesce(sum(i.amount_cents), 0)::bigint as "amountCents",
           coalesce(sum(i.outstanding_cents) filter (where i.retracted_at is null), 0)::bigint as "outstandingCents",
           coalesce(sum(i.outstanding_cents) filter (where i.retracted_at is null and i.paid_at is null
             and b.transmitted_at is not null and ${isLate(ctx)}), 0)::bigint as "overdueCents"
      from ${invoiceTables(ctx)} where ${fits(ctx, choice)}`
  return sums
}

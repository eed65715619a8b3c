import { newId } from '../../kernel/ids.ts'
import type { TxCtx } from '../payments/payment.ts'

/** Asks a surcharge for the way that the invoice is paid; nothing of nothing. The caller has locked it and makes the event. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function addSurcharge(ctx: TxCtx, invoiceId: string, cents: number): Promise<void> {
  if (cents === 0) return
  await ctx.sql`
    insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, occurred_at, created_at)
    values (${ctx.company.companyId}, ${newId()}, ${invoiceId}, 'charge', 'surcharge', ${cents}, ${ctx.now}, ${ctx.now})`
}

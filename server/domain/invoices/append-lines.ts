import { newId } from '../../kernel/ids.ts'
import type { TxCtx } from '../payments/payment.ts'
import type { LineSubtype } from './invoice.ts'

/** A fee that is asked, or one that is given up again. */
export interface FeeLine {
  kind: 'fee' | 'credit'
  subtype: Extract<LineSubtype, `${string}_fee`>
  /** Positive of a fee, negative of a credit. */
  amountCents: number
}

/** Adds fees to the ledger, or credits them, in one statement. The caller holds the invoice's lock and makes the event. */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function appendFees(ctx: TxCtx, invoiceId: string, fees: readonly FeeLine[]): Promise<void> {
  const lines = fees
    .filter(({ amountCents }) => amountCents !== 0)
    .map(({ kind, subtype, amountCents }) => ({ id: newId(), kind, subtype, amount_cents: amountCents }))
  if (lines.length === 0) return
  await ctx.sql`
    insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, occurred_at, created_at)
    select ${ctx.company.companyId}::integer, l.id, ${invoiceId}::uuid, l.kind, l.subtype, l.amount_cents,
           ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${ctx.sql.json(lines)}::jsonb)
        as l (id uuid, kind text, subtype text, amount_cents bigint)`
}

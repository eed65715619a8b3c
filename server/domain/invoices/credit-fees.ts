import { newId } from '../../kernel/ids.ts'
import type { TxCtx } from '../payments/payment.ts'
import type { LineSubtype } from './invoice.ts'
import { openAmounts } from './open-amounts.ts'

/**
 * Gives up what was asked for something, as far as it is still open. `wanted` is in positive cents. The caller holds the
 * invoice's lock and makes the event.
 */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function creditFees(
  ctx: TxCtx,
  invoiceId: string,
  wanted: { subtype: LineSubtype; cents: number }[],
): Promise<void> {
  const { companyId } = ctx.company
  const known = await ctx.sql<{ subtype: LineSubtype | null; amountCents: number }[]>`
    select subtype, amount_cents as "amountCents" from invoice_lines
     where company_id = ${companyId} and invoice_id = ${invoiceId} order by id`
  const open = openAmounts(known)
  const credits = wanted
    .map(({ subtype, cents }) => ({
      id: newId(),
      subtype,
      amount_cents: -Math.min(cents, open.find((one) => one.subtype === subtype)?.cents ?? 0),
    }))
    .filter((credit) => credit.amount_cents < 0)
  if (credits.length === 0) return
  await ctx.sql`
    insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, occurred_at, created_at)
    select ${companyId}::integer, l.id, ${invoiceId}::uuid, 'credit', l.subtype, l.amount_cents,
           ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      from jsonb_to_recordset(${ctx.sql.json(credits)}::jsonb) as l (id uuid, subtype text, amount_cents bigint)`
}

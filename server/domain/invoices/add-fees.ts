import type { Ctx, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { LineSubtype } from './invoice.ts'

export interface Fee {
  invoiceId: string
  subtype: Extract<LineSubtype, `${string}_fee`>
  cents: number
}

/** Adds fees to invoices that the caller has locked. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function addFees(ctx: Ctx & { sql: Tx }, fees: Fee[]): Promise<void> {
  if (fees.length === 0) return
  const { sql } = ctx
  const lines = fees.map(({ invoiceId, subtype, cents }) => ({
    id: newId(),
    invoice_id: invoiceId,
    subtype,
    amount_cents: cents,
    event_id: newId(),
  }))
  await sql`
    with fee as (
      select * from jsonb_to_recordset(${sql.json(lines)}::jsonb)
        as f (id uuid, invoice_id uuid, subtype text, amount_cents bigint, event_id uuid)
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, occurred_at, created_at)
      select ${ctx.company.companyId}::integer, id, invoice_id, 'fee', subtype, amount_cents, ${ctx.now}::timestamptz,
             ${ctx.now}::timestamptz
        from fee
    )
    insert into events (company_id, id, type, subject_id, actor, at, before, after)
    select ${ctx.company.companyId}::integer, event_id, 'invoice.fee_added', invoice_id,
           ${`${ctx.actor.kind}:${ctx.actor.id}`}, ${ctx.now}::timestamptz, null,
           jsonb_build_object('lineId', id, 'subtype', subtype, 'amountCents', amount_cents)
      from fee`
}

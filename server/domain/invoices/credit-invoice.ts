import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { refuseWhileUnderWay } from '../payments/refuse-while-under-way.ts'
import { getInvoiceDetails } from './get-invoice-details.ts'
import type { InvoiceDetails, NewLine } from './invoice.ts'
import { lockInvoice } from './lock-invoice.ts'

/**
 * Lowers what is outstanding by lines that add up to less than nothing; it does not fall below zero. Throws
 * `forbidden`, `not_found`, `conflict` (retracted, a payment is under way, or more than is outstanding).
 */
export async function creditInvoice(
  ctx: Ctx,
  id: string,
  credit: { creditNoteNumber: string; lines: NewLine[] },
): Promise<InvoiceDetails> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    await lockInvoice(inside, id)
    const invoice = await getInvoiceDetails(inside, id)
    if (invoice.retractedAt !== null)
      throw conflict('invoice_already_retracted', 'The invoice was retracted and cannot be credited.')
    await refuseWhileUnderWay(inside, { kind: 'invoice', id })
    const total = credit.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
    if (invoice.outstandingCents + total < 0)
      throw conflict('credit_exceeds_outstanding', 'The credit is more than what is outstanding.')
    const { sql } = inside
    const lines = credit.lines.map((line) => ({
      id: newId(),
      kind: line.amountCents > 0 ? 'charge' : 'credit',
      amount_cents: line.amountCents,
      description: line.description,
      occurred_at: (line.occurredAt ?? ctx.now).toISOString(),
    }))
    await sql`
      with line as (
        insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, occurred_at, created_at)
        select ${ctx.company.companyId}::integer, l.id, ${id}::uuid, l.kind, l.amount_cents, l.description,
               l.occurred_at, ${ctx.now}::timestamptz
          from jsonb_to_recordset(${sql.json(lines)}::jsonb)
            as l (id uuid, kind text, amount_cents bigint, description text, occurred_at timestamptz)
        returning company_id, invoice_id
      ), event as (
        ${insertEvent(inside, 'invoice.credited')} from (
          select distinct company_id, invoice_id as id,
                 jsonb_build_object('outstandingCents', ${invoice.outstandingCents}::bigint) as before,
                 jsonb_build_object('outstandingCents', ${invoice.outstandingCents + total}::bigint,
                                    'creditNoteNumber', ${credit.creditNoteNumber}::text) as after from line) credited
      )
      select 1`
    return getInvoiceDetails(inside, id)
  })
}

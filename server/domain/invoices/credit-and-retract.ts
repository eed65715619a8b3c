import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { refuseWhileUnderWay } from '../payments/refuse-while-under-way.ts'
import { getInvoiceDetails } from './get-invoice-details.ts'
import type { InvoiceDetails } from './invoice.ts'
import { lockInvoice } from './lock-invoice.ts'
import { openAmounts } from './open-amounts.ts'

export interface Retraction {
  /** The partner's number of the credit note. */
  creditNoteNumber: string
  /** Stands on the credit lines. */
  description: string
  reason: string | null
  showReasonToCustomer: boolean
}

/**
 * Credits all that is outstanding, one line for each thing that it is for, and ends the invoice: nothing can be added to
 * it any more. Throws `forbidden`, `not_found`, `conflict` (retracted already, or a payment
 * is under way).
 */
export async function creditAndRetract(
  ctx: Ctx,
  id: string,
  retraction: Retraction,
): Promise<InvoiceDetails> {
  allow(ctx.actor, 'invoices:write')
  return atomically(ctx, async (inside) => {
    await lockInvoice(inside, id)
    const invoice = await getInvoiceDetails(inside, id)
    if (invoice.retractedAt !== null)
      throw conflict('invoice_already_retracted', 'The invoice was retracted already.')
    await refuseWhileUnderWay(inside, { kind: 'invoice', id })
    const credits = openAmounts(invoice.lines).map(({ subtype, cents }) => ({
      id: newId(),
      subtype,
      amount_cents: -cents,
    }))
    const { sql } = inside
    await sql`
      with invoice as (
        update invoices
           set retracted_at = ${ctx.now}::timestamptz, retraction_reason = ${retraction.reason},
               show_retraction_reason_to_customer = ${retraction.showReasonToCustomer},
               credit_note_number = ${retraction.creditNoteNumber}
         where company_id = ${ctx.company.companyId} and id = ${id}
        returning company_id, id, jsonb_build_object('outstandingCents', outstanding_cents) as before,
                  jsonb_build_object('retractedAt', retracted_at, 'creditNoteNumber', credit_note_number) as after
      ), event as (${insertEvent(inside, 'invoice.retracted')} from invoice)
      select 1`
    await sql`
      insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, description, occurred_at,
                                 created_at)
      select ${ctx.company.companyId}::integer, l.id, ${id}::uuid, 'credit', l.subtype, l.amount_cents,
             ${retraction.description}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
        from jsonb_to_recordset(${sql.json(credits)}::jsonb) as l (id uuid, subtype text, amount_cents bigint)`
    return getInvoiceDetails(inside, id)
  })
}

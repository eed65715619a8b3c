import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertBookkeepingUpdate } from '../bookkeeping/insert-update.ts'
import { insertEvent } from '../events/event.ts'
import { findInvoice } from './get-invoice.ts'

/** How somebody paid who did not pay here. */
export const externalMethods = ['bank_transfer', 'cash', 'card', 'other'] as const

export interface ExternalPayment {
  /** Undefined: all that is outstanding. */
  amountCents: number | undefined
  method: (typeof externalMethods)[number]
  paidAt: Date
  /** For the staff; stands on the line. */
  note: string | null
}

/**
 * Records that an invoice was paid outside of us, in part or whole: a payment line by `external`, and the update of the
 * connected bookkeeping as a job of the same statement. Never more than is outstanding: the row lock lets callers go one
 * after another, and each finds what the others left. Throws `forbidden`, `not_found`, `invalid`, `conflict`.
 */
export async function recordExternalPayment(ctx: Ctx, id: string, payment: ExternalPayment): Promise<void> {
  allow(ctx.actor, 'invoices:write')
  const { amountCents = null, method, paidAt, note } = payment
  if (amountCents !== null && amountCents < 1) throw invalid('amount', 'must be more than nothing')
  if (paidAt > ctx.now) throw invalid('paidAt', 'must not lie in the future')
  const [paid] = await ctx.sql`
    with invoice as (
      select * from invoices where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, payment_method,
                                 occurred_at, created_at)
      select company_id, ${newId()}::uuid, id, 'payment', -coalesce(${amountCents}::bigint, outstanding_cents), ${note},
             'external', ${paidAt}::timestamptz, ${ctx.now}::timestamptz
        from invoice
       where outstanding_cents > 0 and retracted_at is null
         and coalesce(${amountCents}::bigint, outstanding_cents) <= outstanding_cents
      returning company_id, id, invoice_id, amount_cents
    ), change as (
      select i.company_id, i.id, i.outstanding_cents + l.amount_cents as left_cents,
             jsonb_build_object('outstandingCents', i.outstanding_cents) as before,
             jsonb_build_object('outstandingCents', i.outstanding_cents + l.amount_cents, 'lineId', l.id,
                                'method', ${method}::text) as after
        from invoice i join line l on l.invoice_id = i.id
    ), recorded as (${insertEvent(ctx, 'invoice.payment_recorded')} from change where left_cents > 0),
    settled as (${insertEvent(ctx, 'invoice.paid')} from change where left_cents <= 0),
    ${insertBookkeepingUpdate(ctx, 'line')}
    select (select count(*) from bookkeeping_job) as jobs from line`
  if (paid) return
  const invoice = await findInvoice(ctx, id)
  if (!invoice) throw notFound('invoice')
  if (invoice.outstandingCents > 0 && amountCents !== null && amountCents > invoice.outstandingCents)
    throw conflict('payment_exceeds_outstanding', 'The payment is more than what is outstanding.')
  throw conflict('invoice_already_paid', 'The invoice has nothing outstanding; it is paid already.')
}

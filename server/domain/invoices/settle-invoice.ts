import { newId } from '../../kernel/ids.ts'
import { insertBookkeepingUpdate } from '../bookkeeping/insert-update.ts'
import { insertEvent } from '../events/event.ts'
import { ledgerMethod, type EntryKind, type Settle } from '../payments/payment.ts'
import type { LineKind } from './invoice.ts'

/** What a movement of money is in the ledger, and which way it goes. */
const lineOf: Record<EntryKind, { kind: LineKind; sign: 1 | -1 }> = {
  payment: { kind: 'payment', sign: -1 },
  refund: { kind: 'refund', sign: 1 },
  refund_failed: { kind: 'payment', sign: -1 },
  chargeback: { kind: 'chargeback', sign: 1 },
  chargeback_reversed: { kind: 'payment', sign: -1 },
}

/**
 * Adds a line for each movement of a payment's money, whatever the invoice's state: what was paid twice makes the
 * outstanding amount negative and is never lost. The database takes one line per movement. An invoice that is gone
 * leaves the money with the payment.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settleInvoice: Settle = async (ctx, { payment, entries }) => {
  if (entries.length === 0) return
  const lines = entries.map(({ id, kind, amountCents, occurredAt }) => ({
    id: newId(),
    entry_id: id,
    kind: lineOf[kind].kind,
    amount_cents: amountCents * lineOf[kind].sign,
    is_payment: kind === 'payment',
    occurred_at: occurredAt,
  }))
  await ctx.sql`
    with invoice as (
      select * from invoices where company_id = ${ctx.company.companyId} and id = ${payment.subjectId} for update
    ), moved as (
      select * from jsonb_to_recordset(${ctx.sql.json(lines)}::jsonb)
        as m (id uuid, entry_id uuid, kind text, amount_cents bigint, is_payment boolean, occurred_at timestamptz)
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, payment_method, payment_entry_id,
                                 occurred_at, created_at)
      select i.company_id, m.id, i.id, m.kind, m.amount_cents,
             case when m.kind = 'payment' then ${ledgerMethod(payment)}::text end, m.entry_id, m.occurred_at,
             ${ctx.now}::timestamptz
        from invoice i, moved m
      returning company_id, id, invoice_id, kind, amount_cents, payment_entry_id
    ), paid_line as (
      select l.* from line l join moved m on m.id = l.id where m.is_payment
    ), change as (
      select i.company_id, i.id, i.outstanding_cents as was_cents, i.outstanding_cents + sum(l.amount_cents)::bigint as is_cents,
             jsonb_build_object('outstandingCents', i.outstanding_cents) as before,
             jsonb_build_object('outstandingCents', i.outstanding_cents + sum(l.amount_cents)::bigint,
                                'paymentId', ${payment.id}::text) as after,
             bool_or(l.kind = 'chargeback') as charged_back, bool_or(l.kind = 'refund') as refunded
        from invoice i join line l on l.invoice_id = i.id
       group by i.company_id, i.id, i.outstanding_cents
    ), paid as (${insertEvent(ctx, 'invoice.paid')} from change where was_cents > 0 and is_cents <= 0),
    charged_back as (${insertEvent(ctx, 'invoice.chargeback')} from change where charged_back),
    refunded as (${insertEvent(ctx, 'invoice.refunded')} from change where refunded),
    ${insertBookkeepingUpdate(ctx, 'paid_line')}
    select count(*) from bookkeeping_job`
}

import { newId } from '../../kernel/ids.ts'
import { insertBookkeepingUpdate } from '../bookkeeping/insert-update.ts'
import { insertEvent } from '../events/event.ts'
import {
  ledgerMethod,
  type EntryKind,
  type PaymentEntry,
  type Settlement,
  type TxCtx,
} from '../payments/payment.ts'
import type { LineKind, LineSubtype } from './invoice.ts'
import { openAmounts } from './open-amounts.ts'
import { splitPayment, splitReturn, type PaymentPart } from './split-payment.ts'

/** What a movement of money is in the ledger, and which way it goes. */
const lineOf: Record<EntryKind, { kind: LineKind; sign: 1 | -1 }> = {
  payment: { kind: 'payment', sign: -1 },
  refund: { kind: 'refund', sign: 1 },
  refund_failed: { kind: 'payment', sign: -1 },
  chargeback: { kind: 'chargeback', sign: 1 },
  chargeback_reversed: { kind: 'payment', sign: -1 },
}

interface KnownLine {
  subtype: LineSubtype | null
  amountCents: number
  /** Of the payment at hand. */
  own: boolean
}

/**
 * Adds a line for each movement of a payment's money, and for each thing that it pays, whatever the invoice's state: what
 * was paid twice makes the outstanding amount negative and is never lost. The database takes one line per movement and
 * thing. An invoice that is gone leaves the money with the payment. Of an installment, `installmentFeeCents` is its fee.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export async function settleInvoice(
  ctx: TxCtx,
  { payment, entries }: Settlement,
  { installmentFeeCents }: { installmentFeeCents?: number } = {},
): Promise<void> {
  if (entries.length === 0) return
  const { companyId } = ctx.company
  const [locked] = await ctx.sql`
    select 1 from invoices where company_id = ${companyId} and id = ${payment.subjectId} for update`
  if (!locked) return
  const known = await ctx.sql<KnownLine[]>`
    select l.subtype, l.amount_cents as "amountCents", e.payment_id is not distinct from ${payment.id}::uuid as own
      from invoice_lines l
      left join payment_entries e on e.company_id = l.company_id and e.id = l.payment_entry_id
     where l.company_id = ${companyId} and l.invoice_id = ${payment.subjectId} order by l.id`
  const lines = linesOf(entries, known, installmentFeeCents)
  await ctx.sql`
    with invoice as (
      select * from invoices where company_id = ${companyId} and id = ${payment.subjectId}
    ), moved as (
      select * from jsonb_to_recordset(${ctx.sql.json(lines)}::jsonb)
        as m (id uuid, entry_id uuid, kind text, subtype text, amount_cents bigint, is_payment boolean,
              occurred_at timestamptz)
    ), line as (
      insert into invoice_lines (company_id, id, invoice_id, kind, subtype, amount_cents, payment_method,
                                 payment_entry_id, occurred_at, created_at)
      select i.company_id, m.id, i.id, m.kind, m.subtype, m.amount_cents,
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

/** The lines of movements, in turn: each finds open what those before it left. */
function linesOf(entries: PaymentEntry[], known: readonly KnownLine[], installmentFeeCents?: number) {
  const ledger = [...known]
  return entries.flatMap(({ id, kind, amountCents, occurredAt }) => {
    const { kind: lineKind, sign } = lineOf[kind]
    const parts =
      sign === -1
        ? splitPayment(openAmounts(ledger), amountCents, installmentFeeCents)
        : splitReturn(paidBy(ledger), amountCents)
    return parts.map(({ subtype, cents }) => {
      const line = { subtype, amountCents: cents * sign, own: true }
      ledger.push(line)
      return {
        id: newId(),
        entry_id: id,
        kind: lineKind,
        subtype,
        amount_cents: line.amountCents,
        is_payment: kind === 'payment',
        occurred_at: occurredAt,
      }
    })
  })
}

/** What the payment at hand has paid of each thing, less what went back. */
function paidBy(ledger: readonly KnownLine[]): PaymentPart[] {
  const sums = new Map<LineSubtype | null, number>()
  for (const { subtype, amountCents, own } of ledger)
    if (own) sums.set(subtype, (sums.get(subtype) ?? 0) - amountCents)
  return [...sums].map(([subtype, cents]) => ({ subtype, cents })).filter(({ cents }) => cents > 0)
}

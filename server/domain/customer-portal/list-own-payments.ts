import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { ownInvoice } from './own.ts'

/** Money that moved for an invoice of theirs. */
export interface OwnPayment {
  id: string
  kind: 'payment' | 'chargeback' | 'refund'
  /** Positive; the kind says which way. */
  amountCents: number
  currency: string
  /** As the ledger names it. */
  method: string | null
  occurredAt: Instant
  invoiceId: string
  invoiceNumber: string
}

/** What was paid, taken back and paid back on the invoices of who asks, newest first. Throws `forbidden`. */
export async function listOwnPayments(ctx: Ctx, { after, limit }: Stretch): Promise<Page<Keyed<OwnPayment>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const rows = await sql<Keyed<OwnPayment>[]>`
    select l.id, l.kind, abs(l.amount_cents)::bigint as "amountCents", i.currency, l.payment_method as method,
           l.occurred_at as "occurredAt", i.id as "invoiceId", i.external_number as "invoiceNumber", l.occurred_at as key
      from invoices i join invoice_lines l on l.company_id = i.company_id and l.invoice_id = i.id
     where ${ownInvoice(ctx)} and l.kind in ('payment', 'chargeback', 'refund')
       ${after ? sql`and (l.occurred_at, l.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by l.occurred_at desc, l.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

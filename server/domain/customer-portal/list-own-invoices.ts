import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, type PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'
import { ownInvoice } from './own.ts'

/** An invoice as a list of one's own shows it. */
export interface OwnInvoice {
  id: string
  externalNumber: string
  recipient: Recipient
  issuedOn: PlainDate
  dueOn: PlainDate | null
  currency: string
  amountCents: number
  outstandingCents: number
  state: 'open' | 'overdue' | 'in_installments' | 'paid' | 'retracted'
}

/** The invoices of who asks, newest first; `open`: those with something left to pay. Throws `forbidden`. */
export async function listOwnInvoices(
  ctx: Ctx,
  { open }: { open: boolean },
  { after, limit }: Stretch,
): Promise<Page<Keyed<OwnInvoice>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const today = dayIn(ctx.now, ctx.company.timeZone)
  const rows = await sql<Keyed<OwnInvoice>[]>`
    select i.id, i.external_number as "externalNumber", i.recipient, i.issued_on as "issuedOn",
           coalesce(i.due_on, c.due_on) as "dueOn", i.currency, i.amount_cents as "amountCents",
           i.outstanding_cents as "outstandingCents", i.created_at as key,
           case when i.retracted_at is not null then 'retracted' when i.outstanding_cents <= 0 then 'paid'
                when exists (select from installment_plans p
                              where p.company_id = i.company_id and p.invoice_id = i.id and p.state = 'running')
                  then 'in_installments'
                when coalesce(i.due_on, c.due_on) < ${today}::date then 'overdue' else 'open' end as state
      from invoices i left join collections c on c.company_id = i.company_id and c.id = i.id
     where ${ownInvoice(ctx)}
       ${open ? sql`and i.outstanding_cents > 0 and i.retracted_at is null` : sql``}
       ${after ? sql`and (i.created_at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by i.created_at desc, i.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The secret of the link of an invoice of theirs: what it opens they may do. Throws `forbidden`, `not_found`. */
export async function ownInvoiceToken(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.actor, 'invoices:read')
  const [invoice] = await ctx.sql<{ token: string }[]>`
    select i.link_token as token from invoices i where i.id = ${id} and ${ownInvoice(ctx)}`
  if (!invoice) throw notFound('invoice')
  return invoice.token
}

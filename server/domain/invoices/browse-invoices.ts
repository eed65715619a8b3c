import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import { dayIn, type Instant, type PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'

/**
 * Where an invoice is, as its company looks at it. `draft`: its import was not transmitted; `overdue`: open past its due
 * day.
 */
export const invoiceStates = ['draft', 'open', 'overdue', 'paid', 'retracted'] as const
export type InvoiceState = (typeof invoiceStates)[number]

/** An invoice as the staff's table shows it. */
export interface InvoiceOverview {
  id: string
  batchId: string
  customerId: string
  externalNumber: string
  /** Ours, which a bank transfer mentions. */
  number: number
  recipient: Recipient
  currency: string
  amountCents: number
  outstandingCents: number
  issuedOn: PlainDate
  dueOn: PlainDate | null
  paidAt: Instant | null
  state: InvoiceState
  /** Since when nothing more is sent by itself. */
  pausedAt: Instant | null
  /** Of the conversation about it, where there is one. */
  question: 'unanswered' | 'answered' | 'archived' | null
  createdAt: Instant
}

export interface InvoiceChoice {
  /** `open` includes what is overdue. */
  state?: InvoiceState
  batchId?: string
  customerId?: string
  /** Beginnings of words of the numbers, the reference, the name and the e-mail address; all of them are to be found. */
  words?: string
}

/** The columns of an overview, from the rows `i` (invoice), `b` (batch), `c` (collection) and `t` (ticket). */
const overview = (ctx: Ctx) => {
  const today = dayIn(ctx.now, ctx.company.timeZone)
  return ctx.sql`
    i.id, i.batch_id as "batchId", i.customer_id as "customerId", i.external_number as "externalNumber", i.number,
    i.recipient, i.currency, i.amount_cents as "amountCents", i.outstanding_cents as "outstandingCents",
    i.issued_on as "issuedOn", coalesce(i.due_on, c.due_on) as "dueOn", i.paid_at as "paidAt",
    case when i.retracted_at is not null then 'retracted' when i.paid_at is not null then 'paid'
         when b.transmitted_at is null then 'draft' when coalesce(i.due_on, c.due_on) < ${today}::date then 'overdue'
         else 'open' end as state,
    c.paused_at as "pausedAt", t.state as question, i.created_at as "createdAt"`
}

const tables = (ctx: Ctx) => ctx.sql`
  invoices i
  join batches b on b.company_id = i.company_id and b.id = i.batch_id
  left join collections c on c.company_id = i.company_id and c.id = i.id
  left join tickets t on t.company_id = i.company_id and t.invoice_id = i.id`

function ofState(ctx: Ctx, state: InvoiceState) {
  const { sql } = ctx
  const unpaid = sql`(case when i.paid_at is null then 0 else 1 end) = 0 and i.retracted_at is null`
  const today = dayIn(ctx.now, ctx.company.timeZone)
  switch (state) {
    case 'draft':
      return sql`and ${unpaid} and b.transmitted_at is null`
    case 'open':
      return sql`and ${unpaid} and b.transmitted_at is not null`
    case 'overdue':
      return sql`and ${unpaid} and b.transmitted_at is not null and coalesce(i.due_on, c.due_on) < ${today}::date`
    case 'paid':
      return sql`and (case when i.paid_at is null then 0 else 1 end) = 1 and i.retracted_at is null`
    case 'retracted':
      return sql`and i.retracted_at is not null`
  }
}

/** Some of the company's invoices, newest first. Throws `forbidden`. */
export async function browseInvoices(
  ctx: Ctx,
  { state, batchId, customerId, words }: InvoiceChoice,
  { after, limit }: Stretch,
): Promise<Page<Keyed<InvoiceOverview>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const { companyId } = ctx.company
  const rows = await sql<Keyed<InvoiceOverview>[]>`
    select ${overview(ctx)}, i.created_at as key
      from ${tables(ctx)}
     where i.company_id = ${companyId}
       ${state === undefined ? sql`` : ofState(ctx, state)}
       ${batchId === undefined ? sql`` : sql`and i.batch_id = ${batchId}`}
       ${customerId === undefined ? sql`` : sql`and i.customer_id = ${customerId}`}
       ${
         words === undefined
           ? sql``
           : sql`and invoice_words(i.company_id, i.external_number, i.number, i.reference, i.recipient)
                       @@ invoice_query(${companyId}, ${words})`
       }
       ${after ? sql`and (i.created_at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by i.created_at desc, i.id desc limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The same of one invoice. For verbs that have asked for permission. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findInvoiceOverview(ctx: Ctx, id: string): Promise<InvoiceOverview | undefined> {
  const [row] = await ctx.sql<InvoiceOverview[]>`
    select ${overview(ctx)} from ${tables(ctx)} where i.company_id = ${ctx.company.companyId} and i.id = ${id}`
  return row
}

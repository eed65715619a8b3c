import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'
import type { Recipient } from '../customers/customer.ts'
import {
  dueDay,
  fits,
  invoiceTables,
  stateOf,
  type InvoiceChoice,
  type InvoiceState,
} from './invoice-choice.ts'

/** An invoice as the staff's table shows it. */
export interface InvoiceOverview {
  id: string
  batchId: string
  batchTitle: string | null
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
  /** That conversation. */
  ticketId: string | null
  /** A line of it is not accepted. */
  disputed: boolean
  createdAt: Instant
}

/** A minus is descending. Without a due day one is due after all others. */
export const browseOrders = [
  '-createdAt',
  'createdAt',
  '-issuedAt',
  'issuedAt',
  '-dueAt',
  'dueAt',
  '-amount',
  'amount',
  '-outstanding',
  'outstanding',
] as const
export type BrowseOrder = (typeof browseOrders)[number]

/** What the rows are ordered by, and its type in the database. */
function keyOf(ctx: Ctx, order: BrowseOrder) {
  const { sql } = ctx
  switch (order.replace('-', '') as 'createdAt' | 'issuedAt' | 'dueAt' | 'amount' | 'outstanding') {
    case 'createdAt':
      return { key: sql`i.created_at`, type: sql`timestamptz` }
    case 'issuedAt':
      return { key: sql`i.issued_on`, type: sql`date` }
    case 'dueAt':
      return { key: sql`coalesce(i.due_on, c.due_on, 'infinity'::date)`, type: sql`date` }
    case 'amount':
      return { key: sql`i.amount_cents`, type: sql`bigint` }
    case 'outstanding':
      return { key: sql`i.outstanding_cents`, type: sql`bigint` }
  }
}

const overview = (ctx: Ctx) => ctx.sql`
  i.id, i.batch_id as "batchId", b.title as "batchTitle", i.customer_id as "customerId",
  i.external_number as "externalNumber", i.number, i.recipient, i.currency, i.amount_cents as "amountCents",
  i.outstanding_cents as "outstandingCents", i.issued_on as "issuedOn", ${dueDay(ctx)} as "dueOn", i.paid_at as "paidAt",
  ${stateOf(ctx)} as state,
  c.paused_at as "pausedAt", t.state as question, t.id as "ticketId", i.created_at as "createdAt",
  exists (select from line_disputes d
           where d.company_id = i.company_id and d.invoice_id = i.id and d.settled_at is null) as disputed`

/** Some of the company's invoices, in order. Throws `forbidden`. */
export async function browseInvoices(
  ctx: Ctx,
  choice: InvoiceChoice,
  order: BrowseOrder,
  { after, limit }: Stretch,
): Promise<Page<Keyed<InvoiceOverview>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const { key, type } = keyOf(ctx, order)
  const down = order.startsWith('-')
  const rows = await sql<Keyed<InvoiceOverview>[]>`
    select ${overview(ctx)}, ${key}::text as key
      from ${invoiceTables(ctx)}
     where ${fits(ctx, choice)}
       ${after ? sql`and (${key}, i.id) ${down ? sql`<` : sql`>`} (${after.key}::${type}, ${after.id}::uuid)` : sql``}
     order by ${down ? sql`${key} desc, i.id desc` : sql`${key}, i.id`} limit ${limit + 1}`
  return toPage(rows, limit)
}

/** The same of one invoice. For verbs that have asked for permission. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findInvoiceOverview(ctx: Ctx, id: string): Promise<InvoiceOverview | undefined> {
  const [row] = await ctx.sql<InvoiceOverview[]>`
    select ${overview(ctx)} from ${invoiceTables(ctx)} where i.company_id = ${ctx.company.companyId} and i.id = ${id}`
  return row
}

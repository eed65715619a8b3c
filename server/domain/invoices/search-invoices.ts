import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Invoice } from './invoice.ts'

export interface InvoiceFilter {
  customerId?: string
  paid?: boolean
  /** Both days included. */
  issuedFrom?: PlainDate
  issuedTo?: PlainDate
  /** The whole number. */
  number?: string
}

/** A minus is descending. */
export const invoiceOrders = ['-createdAt', 'createdAt', '-issuedAt', 'issuedAt'] as const
export type InvoiceOrder = (typeof invoiceOrders)[number]

/**
 * Some of the company's invoices, in order. A range of days wants an order by them: in any other its cost would grow with
 * the table. Throws `forbidden`.
 */
export async function searchInvoices(
  ctx: Ctx,
  filter: InvoiceFilter,
  order: InvoiceOrder,
  { after, offset, limit }: Stretch,
): Promise<Page<Keyed<Invoice>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const given = <T>(value: T | undefined, condition: (value: T) => ReturnType<typeof sql>) =>
    value === undefined ? sql`` : condition(value)
  const byIssue = order === 'issuedAt' || order === '-issuedAt'
  const key = byIssue ? sql`issued_on` : sql`created_at`
  const type = byIssue ? sql`date` : sql`timestamptz`
  const descending = order.startsWith('-')
  const rows = await sql<Keyed<Invoice>[]>`
    select id, customer_id as "customerId", external_number as "externalNumber", issued_on as "issuedOn",
           due_on as "dueOn", currency, amount_cents as "amountCents", outstanding_cents as "outstandingCents",
           paid_at as "paidAt", link_token as "linkToken", created_at as "createdAt", ${key} as key
      from invoices
     where company_id = ${ctx.company.companyId}
       ${given(filter.customerId, (id) => sql`and customer_id = ${id}`)}
       ${given(filter.number, (number) => sql`and external_number = ${number}`)}
       ${given(filter.paid, (paid) => sql`and (case when paid_at is null then 0 else 1 end) = ${paid ? sql`1` : sql`0`}`)}
       ${given(filter.issuedFrom, (day) => sql`and issued_on >= ${day}::date`)}
       ${given(filter.issuedTo, (day) => sql`and issued_on <= ${day}::date`)}
       ${given(after, (row) => sql`and (${key}, id) ${descending ? sql`<` : sql`>`} (${row.key}::${type}, ${row.id}::uuid)`)}
     order by ${descending ? sql`${key} desc, id desc` : sql`${key}, id`}
     limit ${limit + 1} offset ${offset}`
  return toPage(rows, limit)
}

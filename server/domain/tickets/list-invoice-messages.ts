import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** A message as a list of them shows it. */
export interface MessageListing {
  id: string
  invoiceId: string
  text: string
  byCustomer: boolean
  postedAt: Instant
}

/** The messages about an invoice, oldest first; none when nobody said a word. Throws `forbidden`, `not_found`. */
export async function listInvoiceMessages(ctx: Ctx, invoiceId: string): Promise<MessageListing[]> {
  allow(ctx.actor, 'tickets:read')
  const rows = await ctx.sql<(Omit<MessageListing, 'id'> & { id: string | null })[]>`
    select m.id, i.id as "invoiceId", m.body_text as text, m.by_customer as "byCustomer", m.posted_at as "postedAt"
      from invoices i
      left join tickets t on t.company_id = i.company_id and t.invoice_id = i.id
      left join ticket_messages m on m.company_id = t.company_id and m.ticket_id = t.id
     where i.company_id = ${ctx.company.companyId} and i.id = ${invoiceId}
     order by m.posted_at, m.id`
  if (rows.length === 0) throw notFound('invoice')
  return rows.filter((row): row is MessageListing => row.id !== null)
}

import type { Ctx, Locale } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { personName, type Recipient } from '../customers/customer.ts'
import { fillPlaceholders, openPlaceholders, type Placeholder } from './canned-answer.ts'
import { escapeHtml } from './message-body.ts'
import { userOf } from './ticket.ts'

interface Row {
  html: string | null
  customerName: string | null
  recipient: Recipient | null
  invoiceNumber: string | null
  outstandingCents: number | null
  currency: string | null
  locale: Locale | null
  colleague: string | null
}

/**
 * A canned answer as it reads in one conversation, and the placeholders that nothing is known for. Amounts are written in
 * the language of the invoice. Throws `forbidden`, `not_found`.
 */
export async function fillCannedAnswer(
  ctx: Ctx,
  ticketId: string,
  id: string,
): Promise<{ html: string; missing: Placeholder[] }> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  const [row] = await ctx.sql<Row[]>`
    select a.body_html as html, c.name as "customerName", i.recipient, i.external_number as "invoiceNumber",
           i.outstanding_cents as "outstandingCents", i.currency, i.locale,
           (select name from users where id = ${userOf(ctx)}::uuid) as colleague
      from tickets t
      left join canned_answers a on a.company_id = ${companyId} and a.id = ${id}
      left join customers c on c.company_id = t.company_id and c.id = t.customer_id
      left join invoices i on i.company_id = t.company_id and i.id = t.invoice_id
     where t.company_id = ${companyId} and t.id = ${ticketId} and t.merged_into is null`
  if (!row) throw notFound('ticket')
  if (row.html === null) throw notFound('canned_answer')
  const name = (row.recipient && personName(row.recipient)) || row.customerName
  const known: Partial<Record<Placeholder, string | null>> = {
    name,
    invoiceNumber: row.invoiceNumber,
    outstanding:
      row.outstandingCents === null
        ? null
        : new Intl.NumberFormat(row.locale ?? ctx.company.locale, {
            style: 'currency',
            currency: row.currency ?? ctx.company.currency,
          }).format(row.outstandingCents / 100),
    company: ctx.company.name,
    colleague: row.colleague,
  }
  const values = Object.fromEntries(
    Object.entries(known)
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
      .map(([key, value]) => [key, escapeHtml(value)]),
  )
  const html = fillPlaceholders(row.html, values)
  return { html, missing: openPlaceholders(html) }
}

import type { Ctx } from '../../kernel/context.ts'
import { parseDateTime, type PlainDate } from '../../kernel/time.ts'
import { createInvoice } from '../invoices/create-invoice.ts'
import type { Invoice } from '../invoices/invoice.ts'
import { netOf } from '../invoices/vat.ts'

/** A term that begins, and what is charged for it. */
export interface Term {
  customerId: string
  description: string
  startsOn: PlainDate
  /** The first day after it. */
  endsOn: PlainDate
  /** VAT included. */
  amountCents: number
  vatRate: number
}

/** `2026-11-21` to `2026-11-20`. */
const dayBefore = (day: PlainDate): PlainDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Invoices a term, dated on its first day. Throws like `createInvoice`. */
// oxlint-disable-next-line house/ask-permission -- createInvoice asks for invoices:write
export function invoiceTerm(ctx: Ctx, term: Term, externalNumber: string): Promise<Invoice> {
  const { customerId, description, startsOn, endsOn, amountCents, vatRate } = term
  return createInvoice(ctx, {
    customerId,
    externalNumber,
    issuedOn: startsOn,
    dueOn: null,
    lines: [
      {
        amountCents,
        netCents: netOf(amountCents, vatRate),
        vatRate,
        description: `${description} (${startsOn} – ${dayBefore(endsOn)})`,
        occurredAt: parseDateTime(startsOn, ctx.company.timeZone)!,
      },
    ],
  })
}

/**
 * Numbers for invoices of these days, in the order of the days: `SUB-2026-0001`, counted per company and year, without
 * gaps, because what is taken in a transaction that fails is given back. Holds the counter until the transaction ends.
 */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function takeInvoiceNumbers(ctx: Ctx, days: readonly PlainDate[]): Promise<string[]> {
  const years = days.map((day) => Number(day.slice(0, 4)))
  const last = new Map<number, number>()
  // In order, so that two who need the same years do not wait for each other.
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const count = years.filter((one) => one === year).length
    const [counter] = await ctx.sql<[{ last: number }]>`
      insert into subscription_invoice_numbers as n (company_id, year, last)
      values (${ctx.company.companyId}, ${year}, ${count})
      on conflict (company_id, year) do update set last = n.last + excluded.last returning last`
    last.set(year, counter.last - count)
  }
  return years.map((year) => {
    const number = last.get(year)! + 1
    last.set(year, number)
    return `SUB-${year}-${String(number).padStart(4, '0')}`
  })
}

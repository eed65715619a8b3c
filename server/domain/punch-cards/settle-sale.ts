import type { Ctx, Tx } from '../../kernel/context.ts'
import { dayIn, type Instant } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { createInvoice } from '../invoices/create-invoice.ts'
import { settleInvoice } from '../invoices/settle-invoice.ts'
import { netOf } from '../invoices/vat.ts'
import type { Settle } from '../payments/payment.ts'
import { findPunchCard } from './get-punch-card.ts'
import { issuePunchCard } from './issue-punch-card.ts'

/**
 * Hears of the payment of a sale: the first money issues the card and makes the invoice, and all of it goes to that
 * invoice. The row lock makes a second wait for the first; to it nothing is left to issue. A card whose payment goes back
 * stays issued: taking it away is the company's to decide.
 */
// oxlint-disable-next-line house/ask-permission -- a payment tells of money that moved, whoever noted it
export const settlePunchCardSale: Settle = async (ctx, settlement) => {
  const { payment, entries } = settlement
  if (entries.length === 0) return
  const paid = entries.find(({ kind }) => kind === 'payment')
  if (paid) await complete(ctx, payment.subjectId, paid.occurredAt)
  const [sale] = await ctx.sql<{ invoiceId: string | null }[]>`
    select invoice_id as "invoiceId" from punch_card_sales
     where company_id = ${ctx.company.companyId} and id = ${payment.subjectId}`
  if (!sale?.invoiceId) return
  await settleInvoice(ctx, {
    ...settlement,
    payment: { ...payment, subjectKind: 'invoice', subjectId: sale.invoiceId },
  })
}

interface Sold {
  punchCardId: string
  customerId: string
  amountCents: number
  vatRate: number
}

async function complete(ctx: Ctx & { sql: Tx }, id: string, at: Instant): Promise<void> {
  const { sql, company } = ctx
  const [sold] = await sql<Sold[]>`
    update punch_card_sales set completed_at = ${ctx.now}
     where company_id = ${company.companyId} and id = ${id} and completed_at is null
    returning punch_card_id as "punchCardId", customer_id as "customerId", amount_cents as "amountCents",
              vat_rate as "vatRate"`
  if (!sold) return
  const system: typeof ctx = { ...ctx, actor: { kind: 'system', id: 'punch-card-sale', permissions: 'all' } }
  const { punchCardId, customerId, amountCents, vatRate } = sold
  const card = await findPunchCard(system, punchCardId)
  const issued = await issuePunchCard(system, punchCardId, customerId)
  const issuedOn = dayIn(new Date(at), company.timeZone)
  const invoice = await createInvoice(system, {
    customerId,
    externalNumber: await takeNumber(system, Number(issuedOn.slice(0, 4))),
    issuedOn,
    dueOn: null,
    lines: [{ amountCents, netCents: netOf(amountCents, vatRate), vatRate, description: card?.name ?? '' }],
  })
  await sql`
    with completed as (
      update punch_card_sales set issued_punch_card_id = ${issued.id}, invoice_id = ${invoice.id}
       where company_id = ${company.companyId} and id = ${id}
      returning company_id, id, null as before,
                jsonb_build_object('issuedPunchCardId', issued_punch_card_id, 'invoiceId', invoice_id) as after
    ) ${insertEvent(system, 'punch_card.sold')} from completed`
}

/** `PC-2026-0001`, counted per company and year, without gaps. Holds the counter until the transaction ends. */
async function takeNumber({ sql, company }: Ctx, year: number): Promise<string> {
  const [{ last }] = await sql<[{ last: number }]>`
    insert into punch_card_invoice_numbers as n (company_id, year, last) values (${company.companyId}, ${year}, 1)
    on conflict (company_id, year) do update set last = n.last + 1 returning last`
  return `PC-${year}-${String(last).padStart(4, '0')}`
}

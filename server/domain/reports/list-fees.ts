import type { Ctx } from '../../kernel/context.ts'
import type { LineSubtype } from '../invoices/invoice.ts'
import type { Stretch } from './season.ts'

/** What of one fee was asked, given up and paid in some days, in cents. */
export interface FeeTotals {
  subtype: LineSubtype
  charges: number
  chargedCents: number
  creditedCents: number
  /** Less what was paid back or taken back. */
  collectedCents: number
}

/** The fees and surcharges of some days on the company's clock. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for invoices:read
export async function listFees(ctx: Ctx, { from, to }: Stretch): Promise<FeeTotals[]> {
  const { companyId, timeZone } = ctx.company
  return ctx.sql<FeeTotals[]>`
    select subtype, count(*) filter (where kind in ('charge', 'fee')) as charges,
           coalesce(sum(amount_cents) filter (where kind in ('charge', 'fee')), 0)::bigint as "chargedCents",
           coalesce(-sum(amount_cents) filter (where kind = 'credit'), 0)::bigint as "creditedCents",
           coalesce(-sum(amount_cents) filter (where kind in ('payment', 'chargeback', 'refund')), 0)::bigint
             as "collectedCents"
      from invoice_lines
     where company_id = ${companyId} and (subtype like '%\\_fee' or subtype = 'surcharge')
       and occurred_at >= (${from}::date::timestamp at time zone ${timeZone})
       and occurred_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
     group by subtype order by "chargedCents" desc, subtype`
}

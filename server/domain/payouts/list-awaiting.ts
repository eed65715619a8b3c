import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { joinInvoiceOf } from '../payments/invoice-of.ts'
import type { PayoutStatus } from '../payments/provider.ts'

/** A payment that was paid and did not reach the company's account yet. */
export interface AwaitingPayment {
  id: string
  paidAt: Instant
  provider: string
  amountCents: number
  description: string
  payerName: string | null
  method: string | null
  invoiceId: string | null
  externalNumber: string | null
  /** The payout that it is in; null: in none that the provider told of. */
  payoutId: string | null
  payoutStatus: PayoutStatus | null
}

/** Payments `p` that are paid and in no payout that was paid out. */
const awaiting = ({ sql, company }: Ctx) => sql`
  from payments p
 where p.company_id = ${company.companyId} and p.status = 'paid' and p.provider_id is not null
   and not exists (
     select from payout_entries e
       join payouts o on o.company_id = e.company_id and o.id = e.payout_id and o.status = 'paidout'
      where e.company_id = p.company_id and e.payment_provider_id = p.provider_id and o.provider = p.provider
        and e.kind in ('payment', 'capture'))`

/** Payments that wait for their payout, the one that was paid first first. Throws `forbidden`. */
export async function listAwaiting(
  ctx: Ctx,
  { after, limit }: Stretch,
): Promise<Page<Keyed<AwaitingPayment>>> {
  allow(ctx.actor, 'invoices:read')
  const { sql } = ctx
  const rows = await sql<Keyed<AwaitingPayment>[]>`
    select p.id, p.paid_at as "paidAt", p.provider, p.amount_cents as "amountCents", p.description,
           p.payer_name as "payerName", p.method, i.id as "invoiceId", i.external_number as "externalNumber",
           o.id as "payoutId", o.status as "payoutStatus", p.paid_at as key
      from (select p.* ${awaiting(ctx)}
              ${after ? sql`and (p.paid_at, p.id) > (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
             order by p.paid_at, p.id limit ${limit + 1}) p
      ${joinInvoiceOf(ctx)}
      left join lateral (
        select o.id, o.status from payout_entries e
          join payouts o on o.company_id = e.company_id and o.id = e.payout_id and o.provider = p.provider
         where e.company_id = p.company_id and e.payment_provider_id = p.provider_id and e.kind in ('payment', 'capture')
         order by o.created_at desc limit 1
      ) o on true
     order by p.paid_at, p.id`
  return toPage(rows, limit)
}

/** How many there are, and how much. Throws `forbidden`. */
export async function sumAwaiting(ctx: Ctx): Promise<{ payments: number; cents: number }> {
  allow(ctx.actor, 'invoices:read')
  const [sum] = await ctx.sql<[{ payments: number; cents: number }]>`
    select count(*) as payments, coalesce(sum(p.amount_cents), 0)::bigint as cents ${awaiting(ctx)}`
  return sum
}

import type { Ctx } from '../../kernel/context.ts'
import { toPage, type Keyed, type Page, type Stretch } from '../../kernel/page.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { joinInvoiceOf } from '../payments/invoice-of.ts'
import type { PayoutEntryKind } from '../payments/provider.ts'
import { getPayout } from './get-payout.ts'

/** Part of a payout, and the payment of ours that it is about. */
export interface PayoutEntry {
  id: string
  kind: PayoutEntryKind
  /** The provider's; of a cost it says month and method. */
  providerId: string
  /** The provider's id of the payment; null: a cost. */
  paymentProviderId: string | null
  /** Below zero: kept or taken back. */
  amountCents: number
  description: string | null
  occurredAt: Instant
  /** Null: none of ours. */
  paymentId: string | null
  payerName: string | null
  method: string | null
  invoiceId: string | null
  externalNumber: string | null
}

/** The columns of a `PayoutEntry`, of an entry `e` of a payout `o`; `from` joins what they need. */
export const payoutEntries = (ctx: Pick<Ctx, 'sql'>) => ({
  columns: ctx.sql`
    e.id, e.kind, e.provider_id as "providerId", e.payment_provider_id as "paymentProviderId",
    e.amount_cents as "amountCents", coalesce(e.description, p.description) as description,
    e.occurred_at as "occurredAt", p.id as "paymentId", p.payer_name as "payerName", p.method,
    i.id as "invoiceId", i.external_number as "externalNumber"`,
  from: ctx.sql`
    from payouts o
    join payout_entries e on e.company_id = o.company_id and e.payout_id = o.id
    left join payments p on p.company_id = e.company_id and p.provider = o.provider and p.provider_id = e.payment_provider_id
    ${joinInvoiceOf(ctx)}`,
})

/** What is in a payout, in the order in which it happened. Throws `forbidden`, `not_found`. */
export async function listPayoutEntries(
  ctx: Ctx,
  payoutId: string,
  { after, limit }: Stretch,
): Promise<Page<Keyed<PayoutEntry>>> {
  allow(ctx.actor, 'invoices:read')
  await getPayout(ctx, payoutId)
  const { sql } = ctx
  const { columns, from } = payoutEntries(ctx)
  const rows = await sql<Keyed<PayoutEntry>[]>`
    select ${columns}, e.occurred_at as key ${from}
     where o.company_id = ${ctx.company.companyId} and o.id = ${payoutId}
       ${after ? sql`and (e.occurred_at, e.id) > (${after.key}::timestamptz, ${after.id}::uuid)` : sql``}
     order by e.occurred_at, e.id limit ${limit + 1}`
  return toPage(rows, limit)
}

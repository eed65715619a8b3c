import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { payoutEntries, type PayoutEntry } from '../payouts/list-payout-entries.ts'
import type { Payout } from '../payouts/payout.ts'
import { checkDays, exportRows, onDays, type Consume, type Days } from './export-rows.ts'

/** One thing that is in a payout, beside the payout. */
export interface PayoutRow
  extends
    Omit<PayoutEntry, 'id' | 'paymentId' | 'invoiceId'>,
    Pick<Payout, 'provider' | 'reference' | 'status' | 'currency' | 'settledAt'> {
  payoutProviderId: string
  payoutCents: number
  createdAt: Instant
}

/** What is in the payouts that were begun in the days, oldest first. Throws `forbidden`, `invalid`. */
export async function exportPayouts(
  ctx: Ctx,
  { format, days }: { format: string; days: Days },
  consume: Consume<PayoutRow>,
): Promise<void> {
  allow(ctx.actor, 'invoices:read')
  checkDays(days)
  await exportRows<PayoutRow>(
    ctx,
    { what: 'payouts', format, choice: days },
    (sql) => {
      const { columns, from } = payoutEntries({ sql })
      return {
        columns: sql`
          ${columns}, o.provider, o.provider_id as "payoutProviderId", o.reference, o.status, o.currency,
          o.amount_cents as "payoutCents", o.created_at as "createdAt", o.settled_at as "settledAt"`,
        from: sql`${from} where o.company_id = ${ctx.company.companyId} ${onDays(ctx, sql`o.created_at`, days)}`,
        order: sql`o.created_at, o.id, e.occurred_at, e.id`,
      }
    },
    consume,
  )
}

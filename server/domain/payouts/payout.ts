import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'
import type { PayoutEntryKind, PayoutStatus } from '../payments/provider.ts'

/** What the entries of one kind add to a payout. */
export interface PayoutSum {
  kind: PayoutEntryKind
  count: number
  cents: number
}

export interface Payout {
  id: string
  provider: string
  providerId: string
  /** As it stands on the bank statement. */
  reference: string | null
  status: PayoutStatus
  amountCents: number
  currency: string
  /** At the provider. */
  createdAt: Instant
  settledAt: Instant | null
  sums: PayoutSum[]
  /** Entries about payments that are not ours. */
  strangers: number
}

/** What of the amount the entries do not explain, in cents. */
export const differenceOf = ({ amountCents, sums }: Pick<Payout, 'amountCents' | 'sums'>): number =>
  amountCents - sums.reduce((total, { cents }) => total + cents, 0)

/** The columns of a `Payout`, of the table as `o`. */
export const payoutColumns = ({ sql }: Pick<Ctx, 'sql'>) => sql`
  o.id, o.provider, o.provider_id as "providerId", o.reference, o.status, o.amount_cents as "amountCents", o.currency,
  o.created_at as "createdAt", o.settled_at as "settledAt",
  coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'count', s.count, 'cents', s.cents) order by s.kind)
              from (select e.kind, count(*) as count, sum(e.amount_cents) as cents from payout_entries e
                     where e.company_id = o.company_id and e.payout_id = o.id group by e.kind) s), '[]') as sums,
  (select count(*) from payout_entries e
    where e.company_id = o.company_id and e.payout_id = o.id and e.payment_provider_id is not null
      and not exists (select from payments p where p.company_id = e.company_id and p.provider = o.provider
                         and p.provider_id = e.payment_provider_id)) as strangers`

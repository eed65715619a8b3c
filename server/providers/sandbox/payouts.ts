import {
  PaymentProviderError,
  type PaymentProvider,
  type ProviderPayout,
  type ProviderPayoutEntry,
} from '../../domain/payments/provider.ts'
import type { Db } from '../../kernel/context.ts'
import { dayIn, type Clock, type PlainDate } from '../../kernel/time.ts'
import { BANK_ZONE, nextBankingDay, paidOutAt } from './banking-day.ts'

interface DayMoved {
  currency: string
  day: PlainDate
  cents: number
  first: string
}

interface Takings {
  payout: ProviderPayout
  from: PlainDate
  until: PlainDate
}

/**
 * What the test bank pays out: each day's takings on the next banking day, and nothing is kept. What would be below zero
 * goes over to the next payout. One is called after its first day, which does not change while it is open.
 */
export function sandboxPayouts(
  { sql, clock }: { sql: Db; clock: Clock },
  companyId: number,
): Pick<PaymentProvider, 'listPayouts' | 'listPayoutEntries'> {
  const moved = sql`
    select 'payment' as kind, id as "providerId", id as "paymentId", amount_cents as cents, currency, paid_at as at
      from sandbox_payments where company_id = ${companyId} and paid_at is not null
    union all
    select 'refund', r ->> 'id', id, -(r ->> 'amountCents')::bigint, currency, (r ->> 'at')::timestamptz
      from sandbox_payments, jsonb_array_elements(refunds) r where company_id = ${companyId}
    union all
    select 'chargeback', c ->> 'id', id, -(c ->> 'amountCents')::bigint, currency, (c ->> 'at')::timestamptz
      from sandbox_payments, jsonb_array_elements(chargebacks) c where company_id = ${companyId}`
  const dayOf = sql`(at at time zone ${BANK_ZONE})::date`

  async function all(): Promise<Takings[]> {
    const days = await sql<DayMoved[]>`
      select currency, ${dayOf} as day, sum(cents)::bigint as cents, min(at) as first from (${moved}) moved
       group by 1, 2 order by 1, 2`
    const now = clock.now()
    return [...Map.groupBy(days, ({ currency }) => currency).values()].flatMap((rows) => payoutsOf(rows, now))
  }

  return {
    listPayouts: async (since) =>
      (await all())
        .map(({ payout }) => payout)
        .filter(({ createdAt }) => Date.parse(createdAt) >= since.getTime()),
    async listPayoutEntries(payoutId) {
      const found = (await all()).find(({ payout }) => payout.providerId === payoutId)
      if (!found) throw new PaymentProviderError('not_found', 'The test bank has no such payout.')
      const { from, until, payout } = found
      const rows = await sql<
        {
          kind: 'payment' | 'refund' | 'chargeback'
          providerId: string
          paymentId: string
          cents: number
          at: string
        }[]
      >`
        select * from (${moved}) moved
         where currency = ${payout.currency} and ${dayOf} between ${from} and ${until} order by at, "providerId"`
      return rows.map(({ cents, ...row }): ProviderPayoutEntry => ({
        ...row,
        amountCents: cents,
        description: undefined,
      }))
    },
  }
}

/** The payouts of one currency, from its days in order. */
function payoutsOf(days: DayMoved[], now: Date): Takings[] {
  const today = dayIn(now, BANK_ZONE)
  const payouts: Takings[] = []
  let waiting: DayMoved[] = []
  for (const [index, day] of days.entries()) {
    waiting.push(day)
    const next = days[index + 1]
    const payday = nextBankingDay(day.day)
    // More takings before that day go along.
    if (next && next.day < payday) continue
    const cents = waiting.reduce((sum, one) => sum + one.cents, 0)
    const closed = cents > 0 && payday <= today
    if (!closed && next) continue
    payouts.push(takings(waiting, { cents, payday, closed, now }))
    waiting = []
  }
  return payouts
}

function takings(
  days: DayMoved[],
  { cents, payday, closed, now }: { cents: number; payday: PlainDate; closed: boolean; now: Date },
): Takings {
  const { day: from, currency, first } = days[0]!
  const settledAt = paidOutAt(payday)
  const paidOut = closed && Date.parse(settledAt) <= now.getTime()
  return {
    from,
    until: days.at(-1)!.day,
    payout: {
      providerId: `spo_${from}_${currency}`,
      reference: closed ? `TESTBANK ${payday.replaceAll('-', '')}` : undefined,
      status: paidOut ? 'paidout' : closed ? 'pending' : 'open',
      amountCents: cents,
      currency,
      createdAt: first,
      settledAt: paidOut ? settledAt : undefined,
    },
  }
}

import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { addPeriod, dayIn, type PlainDate } from '../../kernel/time.ts'
import type { EntryKind } from '../payments/payment.ts'
import { signOf } from './money-moved.ts'
import { parseStretch } from './periods.ts'

/** What one provider took in and gave back on one day, in cents. */
export interface ProviderDay {
  day: PlainDate
  provider: string
  payments: number
  paidCents: number
  /** Paid back, less what the bank sent back of it. */
  refundedCents: number
  /** Taken back by payers, less what was reversed. */
  chargedBackCents: number
  /** What of it the provider owes the company, before its own fees. */
  netCents: number
}

/** Payments that the payer's bank takes back without asking. */
export interface Chargeable {
  payments: number
  cents: number
  /** The first day whose debits are within the term. */
  since: PlainDate
}

export interface ProviderTakings {
  days: ProviderDay[]
  /** As of now, whatever days were asked for. */
  chargeable: Chargeable
  /** The provider that the company is connected to. */
  connected: string | null
}

/** SEPA Core Direct Debit Scheme Rulebook, section 4.3: a debtor has eight weeks for a refund without giving a reason. */
const REFUND_DAYS = 56

interface Row {
  day: PlainDate
  provider: string
  kind: EntryKind
  count: number
  cents: number
}

/**
 * What came in by payment providers in some days on the company's clock, latest first, and what can still be taken back.
 * What was paid out of it is domain/payouts. Throws `forbidden`, `invalid`.
 */
export async function listProviderDays(
  ctx: Ctx,
  given: { from: string; to: string },
): Promise<ProviderTakings> {
  allow(ctx.actor, 'invoices:read')
  const { from, to } = parseStretch(given.from, given.to)
  const { sql } = ctx
  const { companyId, timeZone } = ctx.company
  const since = dayIn(addPeriod(ctx.now, timeZone, { days: -REFUND_DAYS }), timeZone)
  const [rows, [chargeable], [connection]] = await Promise.all([
    sql<Row[]>`
      select (e.occurred_at at time zone ${timeZone})::date as day, p.provider, e.kind, count(*) as count,
             sum(e.amount_cents)::bigint as cents
        from payment_entries e
        join payments p on p.company_id = e.company_id and p.id = e.payment_id
       where e.company_id = ${companyId}
         and e.occurred_at >= (${from}::date::timestamp at time zone ${timeZone})
         and e.occurred_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})
       group by 1, 2, 3 order by 1 desc, 2`,
    sql<[{ payments: number; cents: number }]>`
      select count(*) as payments, coalesce(sum(p.amount_cents - p.charged_back_cents - p.refunded_cents), 0)::bigint as cents
        from payment_entries e
        join payments p on p.company_id = e.company_id and p.id = e.payment_id
       where e.company_id = ${companyId} and e.kind = 'payment' and p.method = 'directdebit'
         and e.occurred_at >= (${since}::date::timestamp at time zone ${timeZone})
         and p.amount_cents > p.charged_back_cents + p.refunded_cents`,
    sql<{ provider: string }[]>`
      select provider from payment_connections where company_id = ${companyId} and disconnected_at is null`,
  ])
  const days = Map.groupBy(rows, ({ day, provider }) => `${day} ${provider}`)
  return {
    days: [...days.values()].map(toProviderDay),
    chargeable: { ...chargeable, since },
    connected: connection?.provider ?? null,
  }
}

function toProviderDay(rows: Row[]): ProviderDay {
  const { day, provider } = rows[0]!
  const cents = (...kinds: EntryKind[]) =>
    rows
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, row) => sum + signOf[row.kind] * row.cents, 0)
  const payments = rows.find(({ kind }) => kind === 'payment')?.count ?? 0
  const [paidCents, refunded, chargedBack] = [
    cents('payment'),
    cents('refund', 'refund_failed'),
    cents('chargeback', 'chargeback_reversed'),
  ]
  return {
    day,
    provider,
    payments,
    paidCents,
    refundedCents: 0 - refunded,
    chargedBackCents: 0 - chargedBack,
    netCents: paidCents + refunded + chargedBack,
  }
}

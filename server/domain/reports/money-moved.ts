import type { Ctx } from '../../kernel/context.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { ledgerMethod, type EntryKind } from '../payments/payment.ts'
import type { Stretch } from './season.ts'

/** The money of one day that moved in one way, in cents that are never negative. */
export interface MoneyMoved {
  day: PlainDate
  kind: EntryKind
  /** As the ledger calls it. */
  method: string
  /** Movements: one that is split over several lines counts once. */
  count: number
  cents: number
}

/** Whether a movement brings the company money or takes it. */
export const signOf: Record<EntryKind, 1 | -1> = {
  payment: 1,
  refund: -1,
  refund_failed: 1,
  chargeback: -1,
  chargeback_reversed: 1,
}

interface Row extends Omit<MoneyMoved, 'method'> {
  method: string | null
  providerMethod: string | null
  provider: string | null
}

/**
 * All money of the company that moved in some stretches of days on its clock: the ledger's, and what was paid for things that
 * have no invoice, such as payment links.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for invoices:read
export async function moneyMoved(ctx: Ctx, stretches: readonly Stretch[]): Promise<MoneyMoved[]> {
  const { sql } = ctx
  const { companyId, timeZone } = ctx.company
  const start = (day: PlainDate, more: number) =>
    sql`((${day}::date + ${more}::integer)::timestamp at time zone ${timeZone})`
  const within = (table: string) =>
    stretches
      .map(
        ({ from, to }) =>
          sql`(${sql(table)}.occurred_at >= ${start(from, 0)} and ${sql(table)}.occurred_at < ${start(to, 1)})`,
      )
      .reduce((either, or) => sql`${either} or ${or}`)
  const rows = await sql<Row[]>`
    with moved as (
      select l.occurred_at, coalesce(e.kind, l.kind) as kind, l.payment_method as method, p.method as provider_method,
             p.provider, abs(l.amount_cents) as cents, coalesce(l.payment_entry_id, l.id) as movement
        from invoice_lines l
        left join payment_entries e on e.company_id = l.company_id and e.id = l.payment_entry_id
        left join payments p on p.company_id = e.company_id and p.id = e.payment_id
       where l.company_id = ${companyId} and l.kind in ('payment', 'chargeback', 'refund') and (${within('l')})
      union all
      select e.occurred_at, e.kind, null, p.method, p.provider, e.amount_cents, e.id
        from payment_entries e
        join payments p on p.company_id = e.company_id and p.id = e.payment_id
       where e.company_id = ${companyId} and (${within('e')})
         and not exists (select from invoice_lines l
                          where l.company_id = e.company_id and l.payment_entry_id = e.id)
    )
    select (occurred_at at time zone ${timeZone})::date as day, kind collate "C" as kind, method collate "C" as method,
           case when method is null then provider_method end collate "C" as "providerMethod",
           case when method is null then provider end collate "C" as provider,
           count(distinct movement) as count, sum(cents)::bigint as cents
      from moved group by 1, 2, 3, 4, 5`
  return rows.map(({ day, kind, method, providerMethod, provider, count, cents }) => ({
    day,
    kind,
    method: method ?? ledgerMethod({ method: providerMethod, provider: provider ?? 'external' }),
    count,
    cents,
  }))
}

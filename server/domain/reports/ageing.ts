import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { dayIn, parseDate, type PlainDate } from '../../kernel/time.ts'

/** How long what is outstanding is past its due day, in days; what has no due day is not due. */
export const ageBuckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const
export type AgeBucket = (typeof ageBuckets)[number]

/** What is outstanding, by age, in cents. */
export interface Ageing extends Record<AgeBucket, number> {
  /** Invoices with something outstanding. */
  invoices: number
  /** The sum of the buckets. */
  totalCents: number
  /** What customers have paid too much: not taken off the rest, because it is owed to others. */
  overpaidCents: number
}

/** Nothing outstanding at all. */
export const noAgeing: Ageing = {
  invoices: 0,
  totalCents: 0,
  overpaidCents: 0,
  notDue: 0,
  days1to30: 0,
  days31to60: 0,
  days61to90: 0,
  over90: 0,
}

/** The day to look at: today where none is given. Throws `invalid` for one that is none or has not come. */
export function parseReportDay(ctx: Ctx, given: string | undefined): PlainDate {
  const today = dayIn(ctx.now, ctx.company.timeZone)
  if (given === undefined) return today
  const day = parseDate(given)
  if (day === undefined) throw invalid('asOf', 'must be a date that exists, as YYYY-mm-dd')
  if (day > today) throw invalid('asOf', 'must not lie in the future')
  return day
}

/**
 * The CTE `standing`: what each invoice (`id`, `customer_id`, `batch_id`) had outstanding at the end of a day in the
 * company's zone (`cents`), and how many days past due that was (`days_late`, null without a due day). Invoices count once
 * they are transmitted, from their issue day, or from the day they went out if that was earlier. What is outstanding now
 * less what has come to the ledger since: so its cost is what happened since, and today's is what the invoices say. A line
 * counts from when it happened, but not from a day that was yet to come when it was written; what an invoice was made with,
 * from its first day. Nothing is asked for a retracted invoice; what was paid too much on it stays owed.
 */
export function standingOn(ctx: Ctx, day: PlainDate) {
  const { companyId, timeZone } = ctx.company
  const end = ctx.sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`
  return ctx.sql`
    later as materialized (
      select l.invoice_id, sum(l.amount_cents)::bigint as cents
        from invoice_lines l
        join invoices i on i.company_id = l.company_id and i.id = l.invoice_id
       where l.company_id = ${companyId} and l.occurred_at >= ${end} and l.created_at >= ${end}
         and not (l.kind = 'charge' and l.created_at = i.created_at)
       group by l.invoice_id
    ), touched as (
      select i.id, i.customer_id, i.batch_id, i.external_number, i.retracted_at, i.due_on, i.issued_on, i.created_at,
             i.outstanding_cents - coalesce(later.cents, 0) as cents
        from invoices i left join later on later.invoice_id = i.id
       where i.company_id = ${companyId} and (i.outstanding_cents > 0 or i.outstanding_cents < 0)
      union all
      select i.id, i.customer_id, i.batch_id, i.external_number, i.retracted_at, i.due_on, i.issued_on, i.created_at,
             -later.cents
        from later join invoices i on i.company_id = ${companyId} and i.id = later.invoice_id
       where i.outstanding_cents = 0 and later.cents <> 0
    ), counted as (
      select i.id, i.customer_id, i.batch_id, i.external_number, i.cents,
             coalesce(i.retracted_at < ${end}, false) as retracted, coalesce(i.due_on, c.due_on) as due_on
        from touched i
        join batches b on b.company_id = ${companyId} and b.id = i.batch_id
        left join collections c on c.company_id = ${companyId} and c.id = i.id
       where (i.issued_on <= ${day}::date or greatest(b.transmitted_at, i.created_at) < ${end})
         and b.transmitted_at is not null
    ), standing as (
      select id, customer_id, batch_id, external_number, cents, due_on, ${day}::date - due_on as days_late
        from counted where case when retracted then cents < 0 else cents <> 0 end
    )`
}

/** The columns of an `Ageing`, summed over rows of `standing`. */
export const ageingColumns = (ctx: Pick<Ctx, 'sql'>) => {
  const owed = (which: ReturnType<Ctx['sql']>) =>
    ctx.sql`coalesce(sum(cents) filter (where cents > 0 and ${which}), 0)::bigint`
  return ctx.sql`
    count(*) filter (where cents > 0) as invoices,
    coalesce(sum(cents) filter (where cents > 0), 0)::bigint as "totalCents",
    coalesce(-sum(cents) filter (where cents < 0), 0)::bigint as "overpaidCents",
    ${owed(ctx.sql`coalesce(days_late, 0) <= 0`)} as "notDue",
    ${owed(ctx.sql`days_late between 1 and 30`)} as "days1to30",
    ${owed(ctx.sql`days_late between 31 and 60`)} as "days31to60",
    ${owed(ctx.sql`days_late between 61 and 90`)} as "days61to90",
    ${owed(ctx.sql`days_late > 90`)} as "over90"`
}

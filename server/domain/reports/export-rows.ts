import type { Fragment } from 'postgres'
import { transaction, type Ctx, type Db } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { parseDate, type PlainDate } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'

/** Rows that are brought from the database as fast as they are taken. */
export interface Exported<Row> {
  /** How many there are. */
  total: number
  batches: AsyncIterable<Row[]>
}

/** Takes the rows. May refuse before the first one, knowing how many there are. */
export type Consume<Row> = (exported: Exported<Row>) => Promise<void>

/** What the audit trail keeps of an export. */
export interface Noted {
  what: 'ageing' | 'conversations' | 'customers' | 'invoices' | 'ledger' | 'payments' | 'payouts'
  format: string
  /** What was asked for. */
  choice: object
}

const ROWS_AT_ONCE = 1000

/**
 * Brings the rows of a query (from `from` on) by a cursor of the server's, as they all were at one moment: a million of them
 * need no more memory than a thousand. That they leave is noted first, by a change of its own, so that no export is without
 * its event. Holds a connection as long as the rows are taken.
 */
// oxlint-disable-next-line house/ask-permission -- each export asks for its own permission
export async function exportRows<Row extends object>(
  ctx: Ctx,
  noted: Noted,
  query: (sql: Ctx['sql']) => { columns: Fragment; from: Fragment; order: Fragment; with?: Fragment },
  consume: Consume<Row>,
): Promise<void> {
  await transaction(ctx.sql as Db, async (sql) => {
    await sql`set transaction isolation level repeatable read, read only`
    const { columns, from, order, with: before = sql`` } = query(sql)
    const [{ total }] = await sql<[{ total: number }]>`${before} select count(*) as total ${from}`
    await consume({
      total,
      batches: noteFirst(
        () => note(ctx, noted, total),
        sql<Row[]>`${before} select ${columns} ${from} order by ${order}`.cursor(ROWS_AT_ONCE),
      ),
    })
  })
}

async function* noteFirst<Row>(tell: () => Promise<unknown>, batches: AsyncIterable<Row[]>) {
  await tell()
  yield* batches
}

const note = (ctx: Ctx, { what, format, choice }: Noted, rows: number) => ctx.sql`
  with company as (
    select company_id, id, null::jsonb as before,
           ${ctx.sql.json({ what, format, rows, ...choice })}::jsonb as after
      from companies where company_id = ${ctx.company.companyId}
  )
  ${insertEvent(ctx, 'data.exported')} from company`

/** The days of an export, the first and the last included; undefined: from the beginning, until today. */
export interface Days {
  from?: PlainDate
  to?: PlainDate
}

/** Throws `invalid`. */
export function checkDays({ from, to }: { from?: string; to?: string }): void {
  for (const [field, day] of Object.entries({ from, to }))
    if (day !== undefined && parseDate(day) === undefined)
      throw invalid(field, 'must be a date that exists, as YYYY-mm-dd')
  if (from !== undefined && to !== undefined && to < from) throw invalid('to', 'must not be before from')
}

/** The condition that an instant is within days on the company's clock. */
export function onDays(ctx: Ctx, instant: Fragment, { from, to }: Days) {
  const { sql } = ctx
  const { timeZone } = ctx.company
  return sql`
    ${from === undefined ? sql`` : sql`and ${instant} >= (${from}::date::timestamp at time zone ${timeZone})`}
    ${to === undefined ? sql`` : sql`and ${instant} < ((${to}::date + 1)::timestamp at time zone ${timeZone})`}`
}

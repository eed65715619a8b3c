import { transaction, type Db, type Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { percentageOf } from '../../kernel/money.ts'
import type { PlainDate } from '../../kernel/time.ts'

/** What the operator's invoices are numbered with. */
const PREFIX = 'BAL'

/**
 * Bills every month that has begun and was not billed, of which each is one transaction: all of its invoices or none.
 * Returns how many invoices it made. Unscoped by purpose: it is the operator's.
 */
export async function billPlans(sql: Db, now: Date): Promise<number> {
  const current = `${now.toISOString().slice(0, 7)}-01`
  const months = await sql<{ month: PlainDate }[]>`
    select month::date from generate_series(
      coalesce((select max(month) + interval '1 month' from platform_billing_months), ${current}::date),
      ${current}::date, interval '1 month') month order by 1`
  let made = 0
  for (const { month } of months) made += await transaction(sql, (tx) => billMonth(tx, month, now))
  return made
}

interface Due {
  companyId: number
  plan: string
  netCents: number
  vatRate: number
}

async function billMonth(sql: Tx, month: PlainDate, now: Date): Promise<number> {
  // Of many at once the first bills it; the others wait for that and then find the month there.
  const [won] = await sql`
    insert into platform_billing_months (month, billed_at) values (${month}, ${now})
    on conflict (month) do nothing returning month`
  if (!won) return 0
  const due = await sql<Due[]>`
    select c.company_id as "companyId", p.name as plan, p.monthly_price_cents as "netCents", p.vat_rate as "vatRate"
      from companies c join plans p on p.name = c.plan
     where p.monthly_price_cents > 0 and c.created_at < ${month}::timestamp at time zone 'UTC' order by c.company_id`
  if (due.length === 0) return 0
  const year = Number(month.slice(0, 4))
  const [{ last }] = await sql<[{ last: number }]>`
    insert into platform_invoice_numbers as n (year, last) values (${year}, ${due.length})
    on conflict (year) do update set last = n.last + excluded.last returning last`
  const rows = due.map(({ companyId, plan, netCents, vatRate }, index) => ({
    company_id: companyId,
    id: newId(),
    line_id: newId(),
    number: `${PREFIX}-${year}.${String(last - due.length + index + 1).padStart(4, '0')}`,
    // `complete` stands as `Complete subscription`.
    description: `${plan[0]!.toUpperCase()}${plan.slice(1)} subscription ${month.slice(0, 7)}`,
    net_cents: netCents,
    vat_rate: vatRate,
    vat_cents: percentageOf(netCents, vatRate),
  }))
  await sql`
    with due as (
      select * from jsonb_to_recordset(${sql.json(rows)}::jsonb)
        as d (company_id integer, id uuid, line_id uuid, number text, description text, net_cents bigint,
              vat_rate smallint, vat_cents bigint)
    ), invoice as (
      insert into platform_invoices (company_id, id, number, month, issued_on, created_at)
      select company_id, id, number, ${month}::date, ${month}::date, ${now}::timestamptz from due
    )
    insert into platform_invoice_lines (company_id, id, invoice_id, description, quantity, net_cents, vat_rate, vat_cents)
    select company_id, line_id, id, description, 1, net_cents, vat_rate, vat_cents from due`
  return rows.length
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { connect } from '../server/database/connect.ts'
import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { ledgerColumns } from '../server/api/portal/exports/columns.ts'
import { exportWords } from '../server/api/portal/exports/words/words.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import { exportLedger, type LedgerRow } from '../server/domain/reports/export-ledger.ts'
import { getAttention } from '../server/domain/reports/get-attention.ts'
import { getCollected } from '../server/domain/reports/get-collected.ts'
import { getOutstanding } from '../server/domain/reports/get-outstanding.ts'
import { listAgeing } from '../server/domain/reports/list-ageing.ts'
import { listProviderDays } from '../server/domain/reports/list-provider-days.ts'
import type { Actor, Ctx, Db } from '../server/kernel/context.ts'
import { toCsv } from '../server/rendering/tables/csv.ts'
import type { Table } from '../server/rendering/tables/table.ts'
import { toXlsx } from '../server/rendering/tables/xlsx.ts'

/**
 * What reports cost at one company: its invoices of three years, each with a charge, most with a payment through a provider,
 * some with a fee or a chargeback. By the verbs, on the embedded Postgres with every default.
 */
const { values } = parseArgs({
  options: {
    invoices: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    /** Takes the ledger away, and watches the memory. */
    exports: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const invoices = Number(values.invoices)
const runs = Number(values.runs)
const NOW = '2026-11-21T12:00:00Z'

async function seed(sql: Db, company: number): Promise<void> {
  const id = (kind: string, n: string) => `md5('${kind} ' || ${n})::uuid`
  const at = `(timestamptz '${NOW}' - interval '1095 days' + (i::float8 / ${invoices}) * interval '1094 days')`
  const rows = (last = invoices) => `from generate_series(1, ${Math.ceil(last)}) i`
  const paid = 'i % 5 <> 0'
  const chargedBack = 'i % 50 = 1'
  const method = `case i % 4 when 0 then 'directdebit' when 1 then 'directdebit' when 2 then 'ideal' else 'creditcard' end`
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx.unsafe(`insert into customers (company_id, id, name, address, zip_code, city, country_code, created_at)
      select ${company}, ${id('customer', 'i')}, 'Customer ' || i, 'Teststraat ' || i, '1234AB', 'Amsterdam', 'NL',
             '2023-01-01' ${rows(invoices / 4)}`)
    await tx.unsafe(`insert into batches (company_id, id, title, transmitted_at, created_at)
      select ${company}, ${id('batch', 'i')}, 'Import ' || i, '2023-01-01', '2023-01-01' ${rows(invoices / 1000)}`)
    await tx.unsafe(`insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency,
        issued_on, due_on, amount_cents, outstanding_cents, paid_at, link_token, created_at)
      select ${company}, ${id('invoice', 'i')}, ${id('batch', '(i + 999) / 1000')}, ${id('customer', '(i + 3) / 4')},
             'F' || i, jsonb_build_object('name', jsonb_build_object('lastName', 'Customer')), 'EUR', ${at}::date,
             ${at}::date + 30, 9000,
             9000 + case when i % 20 = 0 then 250 else 0 end - case when ${paid} and not ${chargedBack} then 9000 else 0 end,
             case when ${paid} and not ${chargedBack} then ${at} + interval '20 days' end,
             '${company}-' || left(md5(i::text), 24), ${at} ${rows()}`)
    const line = (kind: string, cents: string, more: string, when: string, own: string, where: string) =>
      tx.unsafe(`insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, occurred_at, created_at ${more})
        select ${company}, ${id(kind, 'i')}, ${id('invoice', 'i')}, '${kind}', ${cents}, ${when}, ${when} ${own}
        ${rows()} where ${where}`)
    await line('charge', '9000', ', description', at, `, 'Membership fee of the season'`, 'true')
    await line(
      'fee',
      '250',
      ', subtype',
      `least(${at} + interval '35 days', timestamptz '${NOW}')`,
      `, 'late_payment_fee'`,
      'i % 20 = 0',
    )
    const when = `least(${at} + interval '20 days', timestamptz '${NOW}')`
    const later = `least(${at} + interval '25 days', timestamptz '${NOW}')`
    await tx.unsafe(`insert into payments (company_id, id, token, subject_kind, subject_id, amount_cents, currency,
        description, sequence, status, provider, provider_id, method, charged_back_cents, created_at, changed_at, paid_at)
      select ${company}, ${id('payment', 'i')}, '${company}-' || left(md5('p' || i), 24), 'invoice', ${id('invoice', 'i')},
             9000, 'EUR', 'F' || i, 'oneoff', 'paid', 'mollie', 'tr_' || i, ${method},
             case when ${chargedBack} then 9000 else 0 end, ${when}, ${when}, ${when} ${rows()} where ${paid}`)
    for (const [kind, instant, where] of [
      ['payment', when, paid],
      ['chargeback', later, `${paid} and ${chargedBack}`],
    ] as const)
      await tx.unsafe(`insert into payment_entries (company_id, id, payment_id, kind, provider_id, amount_cents, occurred_at,
          created_at)
        select ${company}, ${id(`${kind} entry`, 'i')}, ${id('payment', 'i')}, '${kind}', '${kind}' || i, 9000, ${instant},
               ${instant} ${rows()} where ${where}`)
    const ledgerMethod = `case ${method} when 'directdebit' then 'sdd' when 'creditcard' then 'credit_card' else 'ideal' end`
    await line(
      'payment',
      '-9000',
      ', payment_method, payment_entry_id',
      when,
      `, ${ledgerMethod}, ${id('payment entry', 'i')}`,
      paid,
    )
    await line(
      'chargeback',
      '9000',
      ', payment_entry_id',
      later,
      `, ${id('chargeback entry', 'i')}`,
      `${paid} and ${chargedBack}`,
    )
  })
  await sql.unsafe('vacuum analyze')
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  await work()
  const times: number[] = []
  for (let i = 0; i < runs; i += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const told = [times[0]!, times[Math.trunc(runs / 2)]!].map((time) => time.toFixed(0).padStart(6))
  console.log(`${name.padEnd(40)} best ${told[0]} ms, median ${told[1]} ms`)
}

/** Takes the whole ledger away as a file that nobody keeps. */
async function taken(ctx: Ctx, format: 'csv' | 'xlsx'): Promise<void> {
  globalThis.gc?.()
  const atFirst = process.memoryUsage().rss
  let most = atFirst
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const began = performance.now()
  let [rows, bytes] = [0, 0]
  await exportLedger(ctx, { format, days: {} }, async ({ total, batches }) => {
    rows = total
    const table: Table<LedgerRow> = {
      name: 'Ledger',
      columns: ledgerColumns(exportWords.en, ctx.company),
      batches,
    }
    const out = format === 'csv' ? Readable.from(toCsv(table, 'comma'), { objectMode: false }) : toXlsx(table)
    for await (const chunk of out) bytes += (chunk as Buffer).length
  })
  clearInterval(watch)
  const seconds = (performance.now() - began) / 1000
  const megabytes = (size: number) => Math.round(size / 1e6)
  console.log(
    `ledger as ${format}: ${rows} rows, ${megabytes(bytes)} MB in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)}/s); memory ${megabytes(atFirst)} -> at most ${megabytes(most)} MB`,
  )
}

const folder = await mkdtemp(join(tmpdir(), 'balie-reports-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder })
try {
  await migrate(postgres.url)
  const sql = connect(postgres.url, { connections: 10 })
  const actor: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
  const now = new Date(NOW)
  const company = await createCompany(sql, actor, now, { name: 'Bench & Co', email: 'bench@example.com' })
  const ctx: Ctx = { sql, company, actor, now }
  await seed(sql, company.companyId)
  const [{ lines, owed }] = await sql<[{ lines: number; owed: number }]>`
    select count(*) as lines, sum(amount_cents)::bigint as owed from invoice_lines`
  console.log(`${invoices} invoices, ${lines} lines`)
  const today = await getOutstanding(ctx)
  if (today.totalCents - today.overpaidCents !== owed)
    throw new Error(`outstanding is ${today.totalCents}, the lines say ${owed}`)

  const season = { from: '2026-01-01', to: '2026-12-31' }
  const page = { after: undefined, limit: 50 }
  await timed('outstanding, today', () => getOutstanding(ctx))
  await timed('outstanding, a month ago', () => getOutstanding(ctx, '2026-10-21'))
  await timed('outstanding, two years ago', () => getOutstanding(ctx, '2024-11-21'))
  await timed('ageing per customer, today', () => listAgeing(ctx, { asOf: undefined, by: 'customer' }, page))
  await timed('ageing per customer, two years ago', () =>
    listAgeing(ctx, { asOf: '2024-11-21', by: 'customer' }, page),
  )
  await timed('ageing per import, today', () => listAgeing(ctx, { asOf: undefined, by: 'import' }, page))
  await timed('collected, a season per month', () => getCollected(ctx, { ...season, by: 'month' }))
  await timed('collected, a season per week', () => getCollected(ctx, { ...season, by: 'week' }))
  await timed('collected, one month', () =>
    getCollected(ctx, { from: '2026-11-01', to: '2026-11-30', by: 'week' }),
  )
  await timed('providers, one month', () => listProviderDays(ctx, { from: '2026-11-01', to: '2026-11-30' }))
  await timed('providers, a season', () => listProviderDays(ctx, season))
  await timed('what needs attention', () => getAttention(ctx))
  if (values.exports) {
    await taken(ctx, 'csv')
    await taken(ctx, 'xlsx')
  }
  await sql.end({ timeout: 5 })
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

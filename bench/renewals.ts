import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect } from '../server/database/connect.ts'
import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import { createCustomer } from '../server/domain/customers/create-customer.ts'
import { createSubscription } from '../server/domain/subscriptions/create-subscription.ts'
import { renewSubscriptions } from '../server/domain/subscriptions/renew-subscriptions.ts'
import type { Actor } from '../server/kernel/context.ts'

/**
 * How long one run of the renewal job takes: every subscription of one company is due on the same day, each term gets its
 * invoice. On the embedded Postgres with every default, so each transaction is on disk before the next begins.
 */
const { values } = parseArgs({
  options: { subscriptions: { type: 'string', default: '10000' }, workers: { type: 'string', default: '1' } },
})
const count = Number(values.subscriptions)
const workers = Number(values.workers)
const FLOOR_SECONDS = 60

const folder = await mkdtemp(join(tmpdir(), 'balie-renewals-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder })
try {
  await migrate(postgres.url)
  const sql = connect(postgres.url, { connections: 10 })
  const actor: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
  const now = new Date('2026-01-31T12:00:00Z')
  const company = await createCompany(sql, actor, now, { name: 'Bench & Co', email: 'bench@example.com' })
  const ctx = { sql, company, actor, now }
  const begin = async () => {
    const customer = await createCustomer(ctx, {
      name: 'Customer',
      address: 'Teststreet 123',
      zipCode: '1234AB',
      city: 'Amsterdam',
      countryCode: 'NL',
      email: 'customer@example.com',
    })
    await createSubscription(ctx, {
      customerId: customer.id,
      packageId: null,
      description: 'Contribution',
      startsOn: '2026-01-31',
      every: '1 month',
      amountCents: 1295,
      vatRate: 21,
      createInvoice: true,
      invoiceDescription: null,
      createPayment: false,
      mandateId: null,
      followUpFailedPayment: false,
    })
  }
  console.log(`${count} subscriptions: seeding`)
  for (let done = 0; done < count; done += 100)
    await Promise.all(Array.from({ length: Math.min(100, count - done) }, begin))
  await sql.unsafe('vacuum analyze customers, subscriptions')

  for (const day of ['2026-01-31', '2026-02-28', '2026-03-31']) {
    const at = new Date(`${day}T12:00:00Z`)
    const began = performance.now()
    const failed = (_: unknown, error: unknown) => console.error(error)
    const billed = await Promise.all(
      Array.from({ length: workers }, () => renewSubscriptions({ sql, now: at, failed }, {})),
    )
    const seconds = (performance.now() - began) / 1000
    const total = billed.reduce((sum, n) => sum + n, 0)
    if (total !== count) throw new Error(`${total} terms were billed, ${count} were due`)
    const mark = seconds <= FLOOR_SECONDS ? '' : '  ✗'
    // As autovacuum has done long before the next month: plans made for empty tables are not for full ones.
    await sql.unsafe('vacuum analyze')
    console.log(`${day}: ${total} terms in ${seconds.toFixed(1)} s, ${Math.round(total / seconds)}/s${mark}`)
  }
  const [{ invoices, periods }] = await sql<[{ invoices: number; periods: number }]>`
    select (select count(*) from invoices) as invoices, (select count(*) from subscription_periods) as periods`
  if (invoices !== 3 * count || periods !== 3 * count)
    throw new Error(`${invoices} invoices, ${periods} terms`)
  await sql.end({ timeout: 5 })
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { connect } from '../server/database/connect.ts'
import { startEmbeddedPostgres } from '../server/database/embedded-postgres.ts'
import { migrate } from '../server/database/migrate.ts'
import { createBatch } from '../server/domain/batches/create-batch.ts'
import { transmitBatch } from '../server/domain/batches/transmit-batch.ts'
import { collect } from '../server/domain/collection/collect.ts'
import { getBatchProgress } from '../server/domain/collection/get-batch-progress.ts'
import { setBatchSettings } from '../server/domain/collection/set-batch-settings.ts'
import { createCompany } from '../server/domain/companies/create-company.ts'
import type { Actor } from '../server/kernel/context.ts'

/**
 * How long it takes to transmit an import, and until its first messages are queued: all of them in the log of messages,
 * and those that the throttle lets go in the first minute with their mails. On the embedded Postgres with every default.
 */
const { values } = parseArgs({
  options: { invoices: { type: 'string', default: '10000' }, throttle: { type: 'string', default: '10000' } },
})
const count = Number(values.invoices)
const throttlePerMinute = Number(values.throttle)
const ANSWER_FLOOR_SECONDS = 1
const QUEUE_FLOOR_SECONDS = 10

const folder = await mkdtemp(join(tmpdir(), 'balie-transmit-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder })
try {
  await migrate(postgres.url)
  const sql = connect(postgres.url, { connections: 10 })
  const actor: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }
  const now = new Date('2026-03-03T11:00:00Z')
  const company = await createCompany(sql, actor, now, { name: 'Bench & Co', email: 'bench@example.com' })
  const ctx = { sql, company, actor, now }
  const { id: batchId } = await createBatch(ctx, 'Membership fees', count)
  await setBatchSettings(ctx, batchId, { throttlePerMinute })
  console.log(`${count} invoices: seeding`)
  // What `POST /invoices` writes, in one go: how fast that is, is another measurement.
  await sql.unsafe(`
    insert into customers (company_id, id, name, address, zip_code, city, country_code, email, created_at)
    select ${company.companyId}, gen_random_uuid(), 'Member ' || n, 'Street 1', '1000AA', 'Amsterdam', 'NL',
           'member' || n || '@example.com', now() from generate_series(1, ${count}) n`)
  await sql.unsafe(`
    with invoice as (
      insert into invoices (company_id, id, batch_id, customer_id, external_number, recipient, currency, issued_on,
                            amount_cents, link_token, created_at)
      select c.company_id, gen_random_uuid(), '${batchId}', c.id, c.name,
             jsonb_build_object('name', jsonb_build_object('prefix', '', 'firstName', 'Joe', 'infix', '', 'lastName', c.name,
               'organization', ''), 'address', jsonb_build_object('address1', 'Street', 'address2', '', 'houseNumber', '1',
               'houseNumberExtension', '', 'locality', '', 'state', '', 'zipCode', '1000AA', 'city', 'Amsterdam',
               'countryCode', 'NL'), 'email', c.email, 'phone', jsonb_build_object('number', '', 'countryCode', '')),
             'EUR', '2026-03-01', 10000, c.company_id || '-' || left(replace(gen_random_uuid()::text, '-', ''), 24), now()
        from customers c
      returning company_id, id
    )
    insert into invoice_lines (company_id, id, invoice_id, kind, amount_cents, description, occurred_at, created_at)
    select company_id, gen_random_uuid(), id, 'charge', 10000, 'Membership fee', now(), now() from invoice`)
  await sql.unsafe('vacuum analyze')

  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  const batch = await transmitBatch(ctx, batchId)
  const answered = seconds()
  if (batch.invoiceIds.length !== count)
    throw new Error(`${batch.invoiceIds.length} invoices were transmitted`)

  const working = new AbortController()
  let allQueued: number | undefined
  let slowestLook = 0
  const looks = (async () => {
    while (!working.signal.aborted) {
      const from = performance.now()
      const { messages } = await getBatchProgress(ctx, batchId)
      slowestLook = Math.max(slowestLook, performance.now() - from)
      if (messages.total === count && allQueued === undefined) allQueued = seconds()
      await sleep(100)
    }
  })()
  await collect({ sql, clock: { now: () => now } }, { companyId: company.companyId })
  const collected = seconds()
  working.abort()
  await looks
  const { messages } = await getBatchProgress(ctx, batchId)
  const left = Math.min(count, throttlePerMinute)
  if (messages.total !== count || messages.sending !== left) throw new Error(JSON.stringify(messages))
  const queued = allQueued ?? collected
  const mark = (passed: boolean) => (passed ? '' : '  ✗')
  console.log(
    `transmitted: ${answered.toFixed(2)} s${mark(count > 10_000 || answered < ANSWER_FLOOR_SECONDS)}`,
  )
  console.log(
    `all messages queued after ${queued.toFixed(1)} s${mark(count > 10_000 || queued < QUEUE_FLOOR_SECONDS)}`,
  )
  console.log(
    `${left} mails queued after ${collected.toFixed(1)} s${mark(count > 10_000 || collected < QUEUE_FLOOR_SECONDS)}`,
  )
  console.log(`slowest look at the progress meanwhile: ${Math.round(slowestLook)} ms`)
  console.log(`memory: ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`)
  await sql.end({ timeout: 5 })
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startTestApp, type TestApp, type Tenant } from '../../test/support/app.ts'
import { anInvoice } from '../../test/support/builders.ts'
import { connectBookkeeping } from '../domain/bookkeeping/connect-bookkeeping.ts'
import { listBookkeepingUpdates, type BookkeepingUpdate } from '../domain/bookkeeping/list-updates.ts'
import { markInvoicePaid } from '../domain/invoices/mark-invoice-paid.ts'
import { systemClock } from '../kernel/time.ts'
import { vault } from '../kernel/vault.ts'
import { startFakeMoneybird, type FakeFault, type FakeMoneybird } from '../providers/moneybird/fake.ts'
import { startWorker, type Worker } from './worker.ts'

const secrets = vault(Buffer.alloc(32, 7))
let running: TestApp
let books: FakeMoneybird
let worker: Worker
before(async () => {
  running = await startTestApp()
  books = await startFakeMoneybird({ invoiceFor: () => ({ totalCents: 9000 }) })
  worker = await startWorker(running.database.url, {
    sql: running.database.sql,
    vault: secrets,
    storage: running.storage,
    payments: running.payments,
    clock: systemClock,
    log: pino({ level: 'silent' }),
    counted: () => {},
  })
})
after(async () => {
  await worker.stop()
  await books.stop()
  await running.close()
})

async function aTenantWithBooks(token = books.token): Promise<Tenant> {
  const tenant = await running.tenant()
  await connectBookkeeping(tenant.ctx(), secrets, {
    provider: 'moneybird',
    baseUrl: books.url,
    secrets: { administrationId: books.administrationId, token },
  })
  return tenant
}

/** Waits until the only update of the company is as wanted; brings planned attempts forward. */
async function until(
  tenant: Tenant,
  wanted: (update: BookkeepingUpdate) => boolean,
): Promise<BookkeepingUpdate> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const [update] = await listBookkeepingUpdates(tenant.ctx(), 1)
    if (update && wanted(update)) return update
    await running.database.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now())
      from graphile_worker.jobs where locked_at is null and run_at > now() having count(*) > 0`
  }
  throw new Error('the update did not come that far')
}

const done = ({ state }: BookkeepingUpdate) => state === 'done'

test('a payment is registered in the bookkeeping, on the day it was made, and the update says so', async () => {
  const tenant = await aTenantWithBooks()
  const { invoice } = await anInvoice(tenant)
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date('2026-11-19T23:30:00Z'))
  const update = await until(tenant, done)
  assert.deepEqual(
    [update.attempts, update.lastError, update.invoiceNumber],
    [1, null, invoice.externalNumber],
  )
  const [payment, ...more] = books
    .requests()
    .filter(({ operation, path }) => operation === 'pay' && path.length > 0)
  assert.deepEqual(more, [])
  assert.equal((payment!.body as { payment: { payment_date: string } }).payment.payment_date, '2026-11-20')
})

const faults: [string, FakeFault[]][] = [
  ['the connection is reset', [{ kind: 'reset' }]],
  ['the answer is lost after it took effect', [{ on: 'pay', kind: 'answer_lost' }]],
  ['the answer is no JSON', [{ on: 'pay', kind: 'malformed' }]],
  [
    'it is told to come back',
    [{ kind: 'status', status: 429, headers: { 'retry-after': '2' }, body: 'Retry later' }],
  ],
  [
    'the bookkeeping is down, twice',
    [
      { kind: 'status', status: 503 },
      { kind: 'status', status: 500 },
    ],
  ],
]

for (const [when, plan] of faults)
  test(`one payment is registered in the end when ${when}`, async () => {
    const tenant = await aTenantWithBooks()
    const { invoice } = await anInvoice(tenant)
    const had = books.payments().length
    books.misbehave(plan)
    await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
    const failed = await until(tenant, ({ attempts, state }) => attempts > 0 || state === 'done')
    if (failed.state === 'pending') assert.ok(failed.lastError)
    const update = await until(tenant, done)
    assert.equal(update.attempts, plan.length + 1)
    assert.equal(update.lastError, null)
    assert.equal(books.payments().length, had + 1)
  })

test('a refused token is said, and a new connection registers what was left', async () => {
  const tenant = await aTenantWithBooks('wrong-token')
  const { invoice } = await anInvoice(tenant)
  const had = books.payments().length
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
  const refused = await until(tenant, ({ attempts }) => attempts > 0)
  assert.equal(refused.state, 'pending')
  assert.ok(refused.lastError && !refused.lastError.includes('wrong-token'))
  await connectBookkeeping(tenant.ctx(), secrets, {
    provider: 'moneybird',
    baseUrl: books.url,
    secrets: { administrationId: books.administrationId, token: books.token },
  })
  await until(tenant, done)
  assert.equal(books.payments().length, had + 1)
})

test('without a bookkeeping, or without a payment, there is no job', async () => {
  const tenant = await running.tenant()
  const { invoice } = await anInvoice(tenant)
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
  assert.equal((await listBookkeepingUpdates(tenant.ctx(), 10)).length, 0)
  const withBooks = await aTenantWithBooks()
  const { invoice: other } = await anInvoice(withBooks)
  await assert.rejects(
    running.database.sql.begin(async (tx) => {
      await markInvoicePaid({ ...withBooks.ctx(), sql: tx }, other.id, new Date())
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.equal((await listBookkeepingUpdates(withBooks.ctx(), 10)).length, 0)
  assert.equal(
    books.invoices().some(({ invoice_id }) => invoice_id === other.externalNumber),
    false,
  )
})

test('what is stored of the connection is not readable without the key', async () => {
  const tenant = await aTenantWithBooks()
  const [row] = await running.database.sql<[{ secrets: Uint8Array }]>`
    select secrets from bookkeeping_connections where company_id = ${tenant.company.companyId}`
  assert.ok(!Buffer.from(row.secrets).includes(books.token))
  assert.throws(() => vault(Buffer.alloc(32, 8)).open(row.secrets))
  assert.deepEqual(secrets.open(row.secrets), {
    administrationId: books.administrationId,
    token: books.token,
  })
})

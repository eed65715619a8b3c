import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aCustomer } from '../../test/support/builders.ts'
import { createSubscription } from '../domain/subscriptions/create-subscription.ts'
import { vault } from '../kernel/vault.ts'
import { startWorker, type Worker } from './worker.ts'

let running: TestApp
let workers: Worker[]
before(async () => {
  running = await startTestApp()
  workers = await Promise.all(
    [1, 2].map(() =>
      startWorker(running.database.url, {
        sql: running.database.sql,
        vault: vault(Buffer.alloc(32, 7)),
        payments: running.payments,
        storage: running.storage,
        clock: running.clock,
        log: pino({ level: 'silent' }),
        counted: () => {},
      }),
    ),
  )
})
after(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  await running.close()
})

async function invoicesOf(companyId: number, wanted: number): Promise<number> {
  let count = 0
  for (const deadline = Date.now() + 15_000; Date.now() < deadline && count < wanted; await sleep(50)) {
    const rows = await running.database.sql`select from invoices where company_id = ${companyId}`
    count = rows.length
  }
  return count
}

test('what begins today is billed at once, what begins later when the job runs, by whichever worker', async () => {
  const { sql } = running.database
  const tenant = await running.tenant()
  const { companyId } = tenant.company
  // Jobs are due by the clock of the database, so this test is of today.
  running.clock.set(new Date().toISOString())
  const customerId = (await aCustomer(tenant)).id
  const begin = (startsOn: string) =>
    createSubscription(tenant.ctx(), {
      customerId,
      packageId: null,
      description: 'Contribution',
      startsOn,
      every: '1 month',
      amountCents: 1295,
      vatRate: 21,
      createInvoice: true,
      invoiceDescription: null,
      createPayment: false,
      mandateId: null,
      followUpFailedPayment: false,
    })
  const day = (days: number) => {
    const at = new Date(Date.now() + days * 86_400_000)
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(at)
  }
  await begin(day(0))
  await begin(day(3))
  assert.equal(await invoicesOf(companyId, 1), 1)
  running.clock.set(new Date(Date.now() + 3 * 86_400_000).toISOString())
  // As the timetable does.
  await sql`select graphile_worker.add_job('renew-subscriptions', '{}'::json) from generate_series(1, 5)`
  assert.equal(await invoicesOf(companyId, 2), 2)
  await sleep(300)
  assert.equal(await invoicesOf(companyId, 2), 2)
})

test('the timetable names what there is to do, and every task of it runs', async () => {
  const { sql } = running.database
  const known = await sql<{ identifier: string }[]>`
    select identifier from graphile_worker._private_known_crontabs order by 1`
  const names = known.map(({ identifier }) => identifier)
  assert.deepEqual(
    ['bill-plans', 'expire-sign-ups', 'renew-subscriptions'].filter((name) => !names.includes(name)),
    [],
  )
  for (const name of names) await sql`select graphile_worker.add_job(${name}::text, '{}'::json)`
  const left = () => sql<{ error: string | null }[]>`
    select last_error as error from graphile_worker.jobs where task_identifier = any(${names})`
  for (const deadline = Date.now() + 15_000; Date.now() < deadline && (await left()).length > 0;)
    await sleep(50)
  assert.deepEqual([...(await left())], [])
})

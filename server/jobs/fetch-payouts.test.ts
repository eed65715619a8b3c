import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startTestApp, type Tenant, type TestApp } from '../../test/support/app.ts'
import { startFakeMollie, type FakeMollie } from '../../test/support/mollie.ts'
import { aPaidPayment, aTenantWithMollie } from '../../test/support/payments.ts'
import { setPayoutToken } from '../domain/payments/set-payout-token.ts'
import { askPayouts } from '../domain/payouts/ask-payouts.ts'
import { fetchPayouts } from '../domain/payouts/fetch-payouts.ts'
import { getPayoutState } from '../domain/payouts/get-payout-state.ts'
import { listPayouts } from '../domain/payouts/list-payouts.ts'
import { differenceOf } from '../domain/payouts/payout.ts'
import { startWorker } from './worker.ts'

let running: TestApp
let fake: FakeMollie
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
})
after(async () => {
  await fake.stop()
  await running.close()
})

const look = (tenant: Tenant) => fetchPayouts(tenant.ctx(), running.payments)

test('two workers at once note everything once', async () => {
  const club = await aTenantWithMollie(running, fake)
  await setPayoutToken(club.ctx(), running.payments, fake.accessToken)
  for (let i = 0; i < 5; i += 1) {
    await aPaidPayment(running, club, fake, 1_000 + i)
    fake.settle({ status: i === 4 ? 'pending' : 'paidout' })
  }
  const deps = {
    sql: running.database.sql,
    vault: running.payments.vault,
    payments: running.payments,
    storage: running.storage,
    clock: running.clock,
    log: pino({ level: 'silent' }),
    counted: () => {},
  }
  await askPayouts(club.ctx())
  await askPayouts(club.ctx())
  assert.equal((await getPayoutState(club.ctx(), running.payments)).asked, true)
  const workers = await Promise.all([1, 2].map(() => startWorker(running.database.url, deps)))
  try {
    // Beside the workers, as a second process would.
    await Promise.all([look(club), look(club), look(club)])
    for (let tries = 0; (await getPayoutState(club.ctx(), running.payments)).asked; tries += 1) {
      assert.ok(tries < 200, 'nobody looked')
      await sleep(50)
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
  }
  const rows = (await listPayouts(club.ctx(), { after: undefined, offset: 0, limit: 100 })).rows
  assert.equal(rows.length, 5)
  for (const row of rows) {
    assert.equal(differenceOf(row), 0)
    assert.equal(row.sums.find(({ kind }) => kind === 'payment')!.count, 1)
  }
  const events = await club.ctx().sql`
    select 1 from events where company_id = ${club.company.companyId} and type = 'payout.changed'`
  assert.equal(events.length, 5)
})

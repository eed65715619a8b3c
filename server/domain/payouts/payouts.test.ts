import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { startFakeMollie, type FakeMollie } from '../../../test/support/mollie.ts'
import { aPaidPayment, aTenantWithMollie } from '../../../test/support/payments.ts'
import { connectPayments } from '../payments/connect-payments.ts'
import { setPayoutToken } from '../payments/set-payout-token.ts'
import { fetchPayouts } from './fetch-payouts.ts'
import { getPayoutState } from './get-payout-state.ts'
import { listAwaiting } from './list-awaiting.ts'
import { listPayoutEntries } from './list-payout-entries.ts'
import { listPayouts } from './list-payouts.ts'
import { differenceOf } from './payout.ts'
import { planPayouts } from './plan-payouts.ts'

let running: TestApp
let fake: FakeMollie
before(async () => {
  running = await startTestApp()
})
after(() => running.close())
// An account of its own for each.
beforeEach(async () => {
  fake = await startFakeMollie(running.clock)
})
afterEach(() => fake.stop())

const all = { after: undefined, offset: 0, limit: 1000 }
const look = (tenant: Tenant) => fetchPayouts(tenant.ctx(), running.payments)
const payoutsOf = async (tenant: Tenant) => (await listPayouts(tenant.ctx(), all)).rows

async function aClub(): Promise<Tenant> {
  const tenant = await aTenantWithMollie(running, fake)
  await setPayoutToken(tenant.ctx(), running.payments, fake.accessToken)
  return tenant
}

const aPaid = (tenant: Tenant, cents?: number) => aPaidPayment(running, tenant, fake, cents)

test('payouts come with what is in them, each beside the invoice that was paid', async () => {
  const club = await aClub()
  const { payment, invoice } = await aPaid(club)
  const other = fake.sellElsewhere(4_000)
  assert.equal((await listAwaiting(club.ctx(), all)).rows[0]!.payoutId, null)
  const pending = fake.settle({ status: 'pending' })
  assert.deepEqual(await look(club), { changed: 1 })
  const [payout] = await payoutsOf(club)
  assert.deepEqual([payout!.providerId, payout!.status, payout!.strangers], [pending, 'pending', 1])
  assert.equal(differenceOf(payout!), 0)
  const { rows } = await listPayoutEntries(club.ctx(), payout!.id, all)
  const ours = rows.find(({ providerId }) => providerId === payment.providerId)!
  assert.deepEqual(
    [ours.invoiceId, ours.externalNumber, ours.paymentId],
    [invoice.id, invoice.externalNumber, payment.id],
  )
  assert.equal(rows.find(({ providerId }) => providerId === other)!.paymentId, null)
  const [waiting] = (await listAwaiting(club.ctx(), all)).rows
  assert.deepEqual(
    [waiting!.id, waiting!.payoutId, waiting!.payoutStatus],
    [payment.id, payout!.id, 'pending'],
  )
  fake.setSettlement(pending, 'paidout')
  assert.deepEqual(await look(club), { changed: 1 })
  assert.equal((await listAwaiting(club.ctx(), all)).rows.length, 0)
  const [done] = await payoutsOf(club)
  assert.deepEqual([done!.status, done!.settledAt === null], ['paidout', false])
  // What is settled is not asked for again.
  const seen = fake.requests().length
  assert.deepEqual(await look(club), { changed: 0 })
  assert.deepEqual(
    fake
      .requests()
      .slice(seen)
      .map(({ path }) => path),
    ['/v2/settlements'],
  )
  const events = await club.ctx().sql`
    select before, after from events where company_id = ${club.company.companyId} and type = 'payout.changed' order by at, id`
  assert.deepEqual(
    events.map(({ before: from, after: to }) => [from.status, to.status]),
    [
      ['open', 'pending'],
      ['pending', 'paidout'],
    ],
  )
})

test('a look goes on where one was cut off, and misses nothing that came meanwhile', async () => {
  const club = await aClub()
  await aPaid(club)
  const first = fake.settle({ status: 'pending' })
  await look(club)
  await aPaid(club)
  fake.settle()
  await aPaid(club)
  fake.settle({ unexplained: 500 })
  fake.setSettlement(first, 'paidout')
  fake.misbehave([{ on: 'settlements', kind: 'status', status: 429 }])
  const { failure } = await look(club)
  assert.equal(failure!.kind, 'rate_limited')
  const state = await getPayoutState(club.ctx(), running.payments)
  assert.deepEqual([state.failure, state.readAt === null], ['rate_limited', false])
  assert.deepEqual(await look(club), { changed: 3 })
  const rows = await payoutsOf(club)
  assert.deepEqual(
    rows.map((row) => [row.status, differenceOf(row)]),
    [
      ['paidout', 500],
      ['paidout', 0],
      ['paidout', 0],
    ],
  )
  assert.equal((await getPayoutState(club.ctx(), running.payments)).failure, null)
})

test('a key that may not read payouts is said kindly, and a new key forgets the token of the old', async () => {
  const club = await aTenantWithMollie(running, fake)
  await aPaid(club)
  assert.equal((await look(club)).failure!.kind, 'unauthorized')
  const refused = await getPayoutState(club.ctx(), running.payments)
  assert.deepEqual([refused.provider, refused.failure, refused.readAt], ['mollie', 'unauthorized', null])
  assert.deepEqual(refused.awaiting, { payments: 1, cents: 9_000 })
  await setPayoutToken(club.ctx(), running.payments, fake.accessToken)
  assert.equal((await look(club)).failure, undefined)
  const { sql } = running.database
  const [stored] = await sql`
    select payout_token from payment_connections where company_id = ${club.company.companyId}`
  assert.ok(!Buffer.from(stored!['payout_token']).toString('latin1').includes(fake.accessToken))
  await connectPayments(club.ctx(), running.payments, {
    provider: 'mollie',
    baseUrl: fake.url,
    secrets: { apiKey: fake.apiKey },
  })
  assert.equal((await look(club)).failure!.kind, 'unauthorized')
})

test('every company that takes payments is asked once a day, and again soon where nobody answered', async () => {
  const { sql } = running.database
  const club = await aClub()
  const nobody = await running.tenant()
  const jobs = async () => {
    const rows = await sql<{ key: string }[]>`
      select key from graphile_worker.jobs where task_identifier = 'fetch-payouts'`
    return rows.map(({ key }) => Number(key.split(' ')[1]))
  }
  await planPayouts(sql, running.clock.now(), { sandbox: true })
  assert.ok((await jobs()).includes(club.company.companyId))
  assert.ok(!(await jobs()).includes(nobody.company.companyId))
  const planned = async (at: Date) => {
    await sql`delete from graphile_worker._private_jobs`
    await planPayouts(sql, at, { sandbox: false })
    return (await jobs()).includes(club.company.companyId)
  }
  await look(club)
  const now = running.clock.now()
  assert.equal(await planned(now), false)
  assert.equal(await planned(new Date(now.getTime() + 21 * 3_600_000)), true)
  fake.misbehave([{ on: 'settlements', kind: 'status', status: 429 }])
  await look(club)
  assert.equal(await planned(running.clock.now()), true)
})

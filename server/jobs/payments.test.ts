import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { anInvoice } from '../../test/support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../../test/support/mollie.ts'
import { aTenantWithMollie, anOpenPayment, callWebhook, ledgerOf } from '../../test/support/payments.ts'
import { createPaymentLink } from '../domain/payment-links/create-payment-link.ts'
import { getPaymentLink } from '../domain/payment-links/get-payment-link.ts'
import { getPayment } from '../domain/payments/find-payment.ts'
import { chargeMandate, insertPayment } from '../domain/payments/insert-payment.ts'
import { nextLook } from '../domain/payments/next-look.ts'
import { openCheckout } from '../domain/payments/open-checkout.ts'
import { startWorker, type Worker } from './worker.ts'

let running: TestApp
let fake: FakeMollie
let worker: Worker
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
  worker = await startWorker(running.database.url, {
    sql: running.database.sql,
    vault: running.payments.vault,
    payments: running.payments,
    storage: running.storage,
    clock: running.clock,
    log: pino({ level: 'silent' }),
    counted: () => {},
  })
})
after(async () => {
  await worker.stop()
  await fake.stop()
  await running.close()
})

/** Waits until it is so, and brings planned jobs forward. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    if (await isSo()) return
    await running.database.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now())
      from graphile_worker.jobs where locked_at is null and run_at > now() having count(*) > 0`
  }
  throw new Error('it did not come that far')
}

test('a payment whose webhook is lost is found paid', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.pay(payment.providerId!)
  await until(async () => (await ledgerOf(tenant, made)).paid)
  fake.chargeBack(payment.providerId!, 9000)
  await until(async () => !(await ledgerOf(tenant, made)).paid)
})

test('a charge is ordered by the job, once, also when the first answer is lost', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const made = await anInvoice(tenant)
  const subject = { kind: 'invoice', id: made.invoice.id } as const
  const first = await insertPayment(tenant.ctx(), running.payments, {
    subject,
    amountCents: 100,
    description: 'First',
    sequence: 'first',
  })
  const opened = await openCheckout(tenant.ctx(), running.payments, first.id)
  fake.pay(opened.providerId!)
  await callWebhook(running, opened)
  const { mandateId } = await getPayment(tenant.ctx(), first.id)
  fake.misbehave([{ on: 'create', kind: 'answer_lost' }])
  const charge = { subject, amountCents: 8900, description: 'Rest', mandateId: mandateId! }
  const charged = await chargeMandate(tenant.ctx(), running.payments, charge)
  await until(async () => (await getPayment(tenant.ctx(), charged.id)).status === 'pending')
  const orders = fake
    .payments()
    .filter(({ body }) => (body['metadata'] as { paymentId: string }).paymentId === charged.id)
  assert.equal(orders.length, 1)
  fake.pay(orders[0]!.id)
  await until(async () => (await ledgerOf(tenant, made)).paid)
})

test('a link expires by its job', async () => {
  const tenant = await running.tenant()
  const link = await createPaymentLink(tenant.ctx(), {
    description: 'Soon over',
    amountCents: 100,
    reusable: true,
    expiresAt: new Date('2026-11-21T12:00:00Z'),
  })
  running.clock.set('2026-11-21T12:00:01Z')
  await until(async () => {
    const events = await running.database.sql`
      select 1 from events where company_id = ${tenant.company.companyId} and type = 'payment_link.expired'`
    return events.length === 1
  })
  assert.equal((await getPaymentLink(tenant.ctx(), link.id)).status, 'expired')
})

test('looks become rarer with age, and end', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const minutes = (status: 'open' | 'canceled' | 'failed' | 'paid', createdAt: string) => {
    const look = nextLook({ status, createdAt, paidAt: createdAt, now })
    return look && (look.getTime() - now.getTime()) / 60_000
  }
  assert.deepEqual(
    ['2026-11-21T12:00:00Z', '2026-11-21T11:00:00Z', '2026-11-01T12:00:00Z'].map((at) => minutes('open', at)),
    [2, 30, 720],
  )
  assert.deepEqual(
    ['2026-11-21T11:00:00Z', '2026-11-21T08:00:00Z'].map((at) => minutes('canceled', at)),
    [30, undefined],
  )
  assert.equal(minutes('failed', '2026-11-21T12:00:00Z'), undefined)
  assert.equal(minutes('paid', '2026-11-20T12:00:00Z'), 7 * 24 * 60)
  assert.equal(minutes('paid', '2026-07-20T12:00:00Z'), undefined)
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../../test/support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../../../test/support/mollie.ts'
import { aTenantWithMollie } from '../../../test/support/payments.ts'
import { mailsAbout, offerPlans, planOf } from '../../../test/support/plans.ts'
import { creditAndRetract } from '../invoices/credit-and-retract.ts'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { markInvoicePaid } from '../invoices/mark-invoice-paid.ts'
import { startInvoicePayment } from '../invoices/start-invoice-payment.ts'
import { openCheckout } from '../payments/open-checkout.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { askInstallments } from './ask-installments.ts'
import { choosePlan } from './choose-plan.ts'
import { startInstallmentPayment } from './start-installment-payment.ts'
import { stopCharging } from './stop-charging.ts'
import { withdrawPlan } from './withdraw-plan.ts'

let running: TestApp
let fake: FakeMollie
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
})
after(async () => {
  await fake.stop()
  await running.close()
})
beforeEach(async () => {
  running.clock.set('2026-11-21T10:00:00Z')
  tenant = await aTenantWithMollie(running, fake)
  await offerPlans(tenant)
})

const linkOf = ({ invoice }: AnInvoice) => ({ id: invoice.id, token: invoice.linkToken })

async function chosen(automatic = false, count = 3): Promise<AnInvoice> {
  const made = await anInvoice(tenant)
  await choosePlan(tenant.ctx(), running.payments, linkOf(made), { count, intervalDays: 30, automatic })
  return made
}

const on = (instant: string) => {
  running.clock.set(instant)
  return askInstallments(
    {
      sql: running.database.sql,
      now: running.clock.now(),
      providers: running.payments,
      failed: (_, error) => assert.fail(String(error)),
    },
    { companyId: tenant.company.companyId },
  )
}

/** Begins the payment of an installment at the provider. Returns its id there and here. */
async function begin(made: AnInvoice, position: number) {
  const { plan } = await planOf(tenant, made.invoice.id)
  const payment = await startInstallmentPayment(tenant.ctx(), running.payments, {
    ...linkOf(made),
    installmentId: plan!.installments[position - 1]!.id,
    returnTo: '/back',
  })
  const { providerId } = await openCheckout(tenant.ctx(), running.payments, payment.id)
  return { id: payment.id, at: providerId!, amountCents: payment.amountCents }
}

async function pay(made: AnInvoice, position: number) {
  const payment = await begin(made, position)
  fake.pay(payment.at)
  await syncPayment(tenant.ctx(), running.payments, payment.id)
  return payment
}

/** The charge of an installment, ordered at the provider. */
async function charge(made: AnInvoice, position: number) {
  const { plan } = await planOf(tenant, made.invoice.id)
  const [{ id }] = await tenant.ctx().sql<[{ id: string }]>`
    select id from payments where subject_id = ${plan!.installments[position - 1]!.id} and sequence = 'recurring'`
  const { providerId } = await openCheckout(tenant.ctx(), running.payments, id)
  return { id, at: providerId! }
}

const seen = async (made: AnInvoice) => {
  const { plan, shares, outstandingCents } = await planOf(tenant, made.invoice.id)
  return [plan!.state, plan!.installments.map(({ state }) => state).join(' '), shares, outstandingCents]
}

const typesOf = async ({ v2 }: AnInvoice) =>
  (
    await running.app.inject({
      url: `/api/v2/invoices/${v2}/lines`,
      headers: { authorization: tenant.apiKey },
    })
  )
    .json()
    .invoice_lines.map(
      ({ type, amount_cents }: { type: string; amount_cents: number }) => `${type} ${amount_cents}`,
    )

test('a plan: its fees stand on the invoice, each installment is mailed on its day and paid for itself', async () => {
  const made = await chosen()
  assert.deepEqual(await seen(made), ['running', 'due planned planned', [3100, 3100, 3100], 9300])
  await pay(made, 1)
  assert.deepEqual(await seen(made), ['running', 'paid planned planned', [3100, 3100], 6200])
  assert.equal(await on('2026-12-20T12:00:00Z'), 0)
  // Not at night by the company's clock.
  assert.equal(await on('2026-12-21T07:59:00Z'), 0)
  assert.equal(await on('2026-12-21T08:00:00Z'), 1)
  assert.equal(await on('2026-12-21T08:10:00Z'), 0)
  await pay(made, 2)
  assert.equal(await on('2027-01-20T12:00:00Z'), 1)
  await pay(made, 3)
  assert.deepEqual(await seen(made), ['paid', 'paid paid paid', [], 0])
  assert.deepEqual(await mailsAbout(tenant, made.invoice.id), [
    'plan-confirmed',
    'installment-due',
    'installment-due',
  ])
  assert.deepEqual(await typesOf(made), [
    'INVOICE-LINE 9000',
    'INSTALLMENT-FEE 100',
    'INSTALLMENT-FEE 100',
    'INSTALLMENT-FEE 100',
    'PAYMENT-INSTALLMENT-FEE -100',
    'PAYMENT -3000',
    'PAYMENT-INSTALLMENT-FEE -100',
    'PAYMENT -3000',
    'PAYMENT-INSTALLMENT-FEE -100',
    'PAYMENT -3000',
  ])
})

test('after a long downtime, all that was missed is asked, once', async () => {
  const made = await chosen()
  const asked = await Promise.all([on('2027-06-01T12:00:00Z'), on('2027-06-01T12:00:00Z')])
  assert.equal(asked[0] + asked[1], 2)
  assert.deepEqual(await seen(made), ['running', 'due due due', [3100, 3100, 3100], 9300])
})

test('charges: told of so many days before, and charged no sooner; the first payment gives the mandate', async () => {
  const made = await chosen(true)
  const first = await pay(made, 1)
  assert.equal(fake.paymentFor(first.id).body.sequenceType, 'first')
  assert.equal(await on('2026-12-15T12:00:00Z'), 0)
  assert.equal(await on('2026-12-16T12:00:00Z'), 1)
  assert.equal(await on('2026-12-20T12:00:00Z'), 0)
  assert.equal(await on('2026-12-21T12:00:00Z'), 1)
  assert.deepEqual(await seen(made), ['running', 'paid in_progress planned', [3100, 3100], 6200])
  const { id, at } = await charge(made, 2)
  fake.pay(at)
  await syncPayment(tenant.ctx(), running.payments, id)
  // The last one's word comes too late for its day: the charge waits as long.
  assert.equal(await on('2027-01-30T12:00:00Z'), 1)
  assert.equal(await on('2027-02-03T12:00:00Z'), 0)
  assert.equal(await on('2027-02-04T12:00:00Z'), 1)
  assert.deepEqual(await seen(made), ['running', 'paid paid in_progress', [3100], 3100])
  assert.deepEqual(await mailsAbout(tenant, made.invoice.id), [
    'plan-confirmed',
    'installment-announced',
    'installment-announced',
  ])
})

test('whoever stops the charges is mailed the link', async () => {
  const made = await chosen(true)
  await pay(made, 1)
  await stopCharging(tenant.ctx(), linkOf(made))
  assert.equal(await on('2026-12-21T12:00:00Z'), 1)
  assert.deepEqual(await seen(made), ['running', 'paid due planned', [3100, 3100], 6200])
})

test('a failed charge is spread over the rest with its fee, once; the last one ends the plan', async () => {
  const made = await chosen(true)
  await pay(made, 1)
  await on('2026-12-16T12:00:00Z')
  await on('2026-12-21T12:00:00Z')
  const second = await charge(made, 2)
  fake.become(second.at, 'failed')
  await Promise.all([1, 2, 3].map(() => syncPayment(tenant.ctx(), running.payments, second.id)))
  assert.deepEqual(await seen(made), ['running', 'paid failed planned', [6450], 6450])
  await on('2027-01-16T12:00:00Z')
  await on('2027-01-21T12:00:00Z')
  const third = await charge(made, 3)
  assert.equal(fake.paymentFor(third.id).body.amount.value, '64.50')
  fake.become(third.at, 'failed')
  await syncPayment(tenant.ctx(), running.payments, third.id)
  assert.deepEqual(await seen(made), ['failed', 'paid failed failed', [], 6700])
  assert.deepEqual((await mailsAbout(tenant, made.invoice.id)).slice(-3), [
    'installment-failed',
    'installment-announced',
    'plan-failed',
  ])
  // One-off only.
  const again = choosePlan(tenant.ctx(), running.payments, linkOf(made), {
    count: 2,
    intervalDays: 30,
    automatic: false,
  })
  await assert.rejects(again, { about: 'plan_not_offered' })
  const whole = await startInvoicePayment(tenant.ctx(), running.payments, { ...linkOf(made), returnTo: '/' })
  assert.equal(whole.amountCents, 6700)
})

test('a chargeback takes the installment back, line for line, with a fee that the rest bears', async () => {
  const made = await chosen()
  const { at, id } = await pay(made, 1)
  fake.chargeBack(at, 3100)
  await syncPayment(tenant.ctx(), running.payments, id)
  assert.deepEqual(await seen(made), ['running', 'failed planned planned', [4775, 4775], 9550])
  assert.deepEqual((await typesOf(made)).slice(4), [
    'PAYMENT-INSTALLMENT-FEE -100',
    'PAYMENT -3000',
    'CHARGEBACK 3000',
    'CHARGEBACK-INSTALLMENT-FEE 100',
    'CHARGEBACK-FEE 250',
  ])
})

test('a payment that is broken off leaves the installment as it was; one at the bank is not asked twice', async () => {
  const made = await chosen()
  const { at, id } = await begin(made, 1)
  fake.become(at, 'pending')
  await syncPayment(tenant.ctx(), running.payments, id)
  assert.deepEqual(await seen(made), ['running', 'in_progress planned planned', [3100, 3100, 3100], 9300])
  await assert.rejects(begin(made, 1), { about: 'payment_pending' })
  await assert.rejects(withdrawPlan(tenant.ctx(), linkOf(made)), { about: 'plan_under_way' })
  const whole = await startInvoicePayment(tenant.ctx(), running.payments, { ...linkOf(made), returnTo: '/' })
  assert.equal(whole.amountCents, 6200)
  fake.become(at, 'canceled')
  await syncPayment(tenant.ctx(), running.payments, id)
  assert.deepEqual(await seen(made), ['running', 'due planned planned', [3100, 3100, 3100], 9300])
})

test('what is credited, paid otherwise or retracted is not asked any more', async () => {
  const credited = await chosen()
  await creditInvoice(tenant.ctx(), credited.invoice.id, {
    creditNoteNumber: 'C',
    lines: [{ amountCents: -2200, description: 'Half a season' }],
  })
  // What was asked already stays as it was; those to come bear less.
  assert.deepEqual(await seen(credited), ['running', 'due planned planned', [3100, 2000, 2000], 7100])
  const paid = await chosen()
  await markInvoicePaid(tenant.ctx(), paid.invoice.id, tenant.ctx().now)
  assert.deepEqual(await seen(paid), ['paid', 'canceled canceled canceled', [], 0])
  const retracted = await chosen()
  await creditAndRetract(tenant.ctx(), retracted.invoice.id, {
    creditNoteNumber: 'C',
    description: 'Left',
    reason: null,
    showReasonToCustomer: false,
  })
  assert.deepEqual(await seen(retracted), ['canceled', 'canceled canceled canceled', [], 0])
  assert.equal(await on('2027-06-01T12:00:00Z'), 2)
})

test('a plan can be given up as long as nothing was paid: its fees are credited, another can be chosen', async () => {
  await offerPlans(tenant, { surchargeCents: 75 })
  const made = await chosen()
  assert.equal((await planOf(tenant, made.invoice.id)).outstandingCents, 9375)
  await withdrawPlan(tenant.ctx(), linkOf(made))
  assert.deepEqual(await seen(made), ['withdrawn', 'canceled canceled canceled', [], 9000])
  assert.deepEqual((await typesOf(made)).slice(-2), ['CREDIT-INSTALLMENT-FEE -300', 'CREDIT-LINE -75'])
  await choosePlan(tenant.ctx(), running.payments, linkOf(made), {
    count: 2,
    intervalDays: 30,
    automatic: false,
  })
  await pay(made, 1)
  await assert.rejects(withdrawPlan(tenant.ctx(), linkOf(made)), { about: 'plan_under_way' })
})

test('of many who choose at once one does, and the fees stand once', async () => {
  const made = await anInvoice(tenant)
  const choices = await Promise.allSettled(
    [2, 3, 4, 2, 3].map((count) =>
      choosePlan(tenant.ctx(), running.payments, linkOf(made), { count, intervalDays: 30, automatic: false }),
    ),
  )
  assert.equal(choices.filter(({ status }) => status === 'fulfilled').length, 1)
  const { plan, outstandingCents } = await planOf(tenant, made.invoice.id)
  assert.equal(outstandingCents, 9000 + plan!.installments.length * 100)
})

test('no plan but one on offer, and not for other amounts than were shown', async () => {
  const made = await anInvoice(tenant)
  const choose = (choice: object) =>
    choosePlan(tenant.ctx(), running.payments, linkOf(made), {
      count: 2,
      intervalDays: 30,
      automatic: false,
      ...choice,
    })
  await assert.rejects(choose({ count: 5 }), { code: 'invalid' })
  await assert.rejects(choose({ intervalDays: 14 }), { code: 'invalid' })
  await assert.rejects(choose({ count: NaN }), { code: 'invalid' })
  await assert.rejects(choose({ totalCents: 9000 }), { about: 'plan_changed' })
  await offerPlans(tenant, { mayCharge: false })
  await assert.rejects(choose({ automatic: true }), { about: 'automatic' })
  await choose({ totalCents: 9200 })
  await assert.rejects(choose({}), { about: 'plan_chosen' })
})

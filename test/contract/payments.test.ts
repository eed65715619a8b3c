import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { connectBookkeeping } from '../../server/domain/bookkeeping/connect-bookkeeping.ts'
import { listBookkeepingUpdates } from '../../server/domain/bookkeeping/list-updates.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import { startInvoicePayment } from '../../server/domain/invoices/start-invoice-payment.ts'
import { disconnectPayments } from '../../server/domain/payments/connect-payments.ts'
import { getPayment } from '../../server/domain/payments/find-payment.ts'
import { chargeMandate, insertPayment } from '../../server/domain/payments/insert-payment.ts'
import { openCheckout } from '../../server/domain/payments/open-checkout.ts'
import { syncPayment } from '../../server/domain/payments/sync-payment.ts'
import { BalieError } from '../../server/kernel/errors.ts'
import { startTestApp, testVault, type TestApp, type Tenant } from '../support/app.ts'
import { anInvoice, type AnInvoice } from '../support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../support/mollie.ts'
import {
  aTenantWithMollie,
  anOpenPayment,
  callWebhook,
  connectMollie,
  ledgerOf,
  payAgain,
} from '../support/payments.ts'

let running: TestApp
let fake: FakeMollie
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
  tenant = await aTenantWithMollie(running, fake)
})
after(async () => {
  await fake.stop()
  await running.close()
})

const statusOf = async (id: string, of = tenant) => (await getPayment(of.ctx(), id)).status
const withCode =
  (code: string, about = '') =>
  (error: unknown) => {
    assert.ok(error instanceof BalieError, String(error))
    assert.equal(error.code, code)
    if (about) assert.equal(error.about, about)
    return true
  }

test('a paid payment pays the invoice, once, however often it is told', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.pay(payment.providerId!, { name: 'Joe Doe' })
  for (let i = 0; i < 3; i++) assert.equal((await callWebhook(running, payment)).statusCode, 200)
  assert.deepEqual(await ledgerOf(tenant, made), {
    outstandingCents: 0,
    paid: true,
    lines: ['payment -9000 ideal'],
    events: ['invoice.paid'],
  })
  const known = await getPayment(tenant.ctx(), payment.id)
  assert.deepEqual([known.status, known.payerName, known.method], ['paid', 'Joe Doe', 'ideal'])
})

for (const status of ['failed', 'canceled', 'expired'] as const)
  test(`a payment that is ${status} leaves the invoice as it is, and another one can be made`, async () => {
    const { payment, ...made } = await anOpenPayment(running, tenant)
    fake.become(payment.providerId!, status)
    await callWebhook(running, payment)
    assert.equal(await statusOf(payment.id), status)
    assert.deepEqual(await ledgerOf(tenant, made), {
      outstandingCents: 9000,
      paid: false,
      lines: [],
      events: [],
    })
    const second = await payAgain(running, tenant, made)
    assert.notEqual(second.id, payment.id)
    fake.pay(second.providerId!)
    await callWebhook(running, second)
    assert.equal((await ledgerOf(tenant, made)).outstandingCents, 0)
  })

test('a canceled payment that is paid after all is paid', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.become(payment.providerId!, 'canceled')
  await callWebhook(running, payment)
  fake.pay(payment.providerId!)
  await callWebhook(running, payment)
  assert.equal(await statusOf(payment.id), 'paid')
  assert.equal((await ledgerOf(tenant, made)).paid, true)
})

test('who presses twice, or twenty times at once, has one payment', async () => {
  const made = await anInvoice(tenant)
  const started = await Promise.all(Array.from({ length: 20 }, () => payAgain(running, tenant, made)))
  assert.equal(new Set(started.map(({ id }) => id)).size, 1)
  assert.equal(
    fake
      .payments()
      .filter(({ body }) => String(body['description']).startsWith(`${made.invoice.externalNumber} `)).length,
    1,
  )
})

test('twenty looks at once add one line', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.pay(payment.providerId!)
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      i % 2 ? callWebhook(running, payment) : syncPayment(tenant.ctx(), running.payments, payment.id),
    ),
  )
  const { lines, events } = await ledgerOf(tenant, made)
  assert.deepEqual([lines, events], [['payment -9000 ideal'], ['invoice.paid']])
})

test('a webhook that comes before the answer to the order is believed only if the payment bears our id', async () => {
  const made = await anInvoice(tenant)
  const started = await startInvoicePayment(tenant.ctx(), running.payments, {
    id: made.invoice.id,
    token: made.invoice.linkToken,
    returnTo: '/back',
  })
  fake.misbehave([{ on: 'create', kind: 'answer_lost' }])
  await assert.rejects(openCheckout(tenant.ctx(), running.payments, started.id), withCode('unavailable'))
  assert.equal(await statusOf(started.id), 'created')
  const { payment: other } = await anOpenPayment(running, tenant)
  fake.pay(other.providerId!)
  assert.equal((await callWebhook(running, started, other.providerId!)).statusCode, 200)
  assert.equal(await statusOf(started.id), 'created', "another payment's id changes nothing")
  const { id } = fake.paymentFor(started.id)
  fake.pay(id)
  assert.equal((await callWebhook(running, started, id)).statusCode, 200)
  assert.equal(await statusOf(started.id), 'paid')
  assert.equal((await ledgerOf(tenant, made)).outstandingCents, 0)
})

test('an order whose answer was lost is ordered again as the same payment', async () => {
  const made = await anInvoice(tenant)
  fake.misbehave([{ on: 'create', kind: 'answer_lost' }])
  await assert.rejects(payAgain(running, tenant, made), withCode('unavailable'))
  const payment = await payAgain(running, tenant, made)
  assert.equal(payment.providerId, fake.paymentFor(payment.id).id)
  assert.equal(
    fake.payments().filter(({ body }) => (body['metadata'] as { paymentId: string }).paymentId === payment.id)
      .length,
    1,
  )
})

test('what the provider refuses has failed, and says why', async () => {
  const made = await anInvoice(tenant, 5_000_100)
  await assert.rejects(payAgain(running, tenant, made), withCode('conflict', 'payment_refused'))
  const [row] = await tenant.ctx().sql<[{ status: string; failure: string }]>`
    select status, failure from payments where company_id = ${tenant.company.companyId} and subject_id = ${made.invoice.id}`
  assert.equal(row.status, 'failed')
  assert.match(row.failure, /higher than the maximum/)
})

test('two payments of one invoice are both in the ledger, and the invoice is paid once', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  // The first one's time is nearly over, so a second one begins; then both are paid.
  await tenant.ctx().sql`
    update payments set expires_at = ${tenant.ctx().now} where company_id = ${tenant.company.companyId} and id = ${payment.id}`
  const second = await payAgain(running, tenant, made)
  assert.notEqual(second.id, payment.id)
  fake.pay(payment.providerId!)
  fake.pay(second.providerId!, { method: 'creditcard' })
  await Promise.all([callWebhook(running, payment), callWebhook(running, second)])
  const { outstandingCents, lines, events } = await ledgerOf(tenant, made)
  assert.deepEqual(
    [outstandingCents, lines.sort(), events],
    [-9000, ['payment -9000 credit_card', 'payment -9000 ideal'], ['invoice.paid']],
  )
  fake.refund(second.providerId!, 9000)
  await callWebhook(running, second)
  assert.deepEqual((await ledgerOf(tenant, made)).outstandingCents, 0)
  assert.equal((await ledgerOf(tenant, made)).paid, true)
})

test('a payment that comes for an invoice paid otherwise is kept', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  await markInvoicePaid(tenant.ctx(), made.invoice.id, new Date())
  fake.pay(payment.providerId!)
  await callWebhook(running, payment)
  assert.equal((await ledgerOf(tenant, made)).outstandingCents, -9000)
})

test('a chargeback reopens the invoice, and one that is reversed closes it again', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  const id = payment.providerId!
  fake.pay(id, { method: 'directdebit' })
  await callWebhook(running, payment)
  const chargeback = fake.chargeBack(id, 9000)
  for (let i = 0; i < 2; i++) await callWebhook(running, payment)
  assert.deepEqual(await ledgerOf(tenant, made), {
    outstandingCents: 9000,
    paid: false,
    lines: ['payment -9000 sdd', 'chargeback 9000'],
    events: ['invoice.paid', 'invoice.chargeback'],
  })
  assert.equal((await getPayment(tenant.ctx(), payment.id)).chargedBackCents, 9000)
  fake.reverseChargeback(id, chargeback)
  await callWebhook(running, payment)
  assert.deepEqual(await ledgerOf(tenant, made), {
    outstandingCents: 0,
    paid: true,
    lines: ['payment -9000 sdd', 'chargeback 9000', 'payment -9000 sdd'],
    events: ['invoice.paid', 'invoice.chargeback', 'invoice.paid'],
  })
})

test('refunds count when they are done, part by part, and one that fails comes back', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  const id = payment.providerId!
  fake.pay(id)
  const first = fake.refund(id, 1000, 'pending')
  await callWebhook(running, payment)
  assert.equal((await ledgerOf(tenant, made)).outstandingCents, 0)
  fake.setRefund(id, first, 'refunded')
  const canceled = fake.refund(id, 500, 'canceled')
  await callWebhook(running, payment)
  fake.refund(id, 2500)
  await callWebhook(running, payment)
  assert.deepEqual(await ledgerOf(tenant, made), {
    outstandingCents: 3500,
    paid: false,
    lines: ['payment -9000 ideal', 'refund 1000', 'refund 2500'],
    events: ['invoice.paid', 'invoice.refunded', 'invoice.refunded'],
  })
  assert.ok(canceled)
  fake.setRefund(id, first, 'failed')
  await callWebhook(running, payment)
  assert.equal((await ledgerOf(tenant, made)).outstandingCents, 2500)
})

test('/api/v2 shows what came and went as payment and chargeback lines', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.pay(payment.providerId!, { method: 'banktransfer' })
  fake.refund(payment.providerId!, 400)
  await callWebhook(running, payment)
  const shown = await running.app.inject({
    url: `/api/v2/invoices/${made.v2}`,
    headers: { authorization: tenant.apiKey },
  })
  const lines = (
    shown.json() as { invoice_lines: { type: string; amount_cents: number; payment_method?: string }[] }
  ).invoice_lines
  assert.deepEqual(
    lines.map((line) => [line.type, line.amount_cents, line.payment_method]),
    [
      ['INVOICE-LINE', 9000, undefined],
      ['PAYMENT', -9000, 'bank_transfer'],
      ['CHARGEBACK', 400, undefined],
    ],
  )
})

test('the bookkeeping hears of a payment', async () => {
  const withBooks = await aTenantWithMollie(running, fake)
  await connectBookkeeping(withBooks.ctx(), testVault, {
    provider: 'moneybird',
    baseUrl: 'http://127.0.0.1:9/api/v2',
    secrets: { administrationId: '1', token: 'x' },
  })
  const { payment } = await anOpenPayment(running, withBooks)
  fake.pay(payment.providerId!)
  await callWebhook(running, payment)
  fake.chargeBack(payment.providerId!, 9000)
  await callWebhook(running, payment)
  const updates = await listBookkeepingUpdates(withBooks.ctx(), 10)
  assert.deepEqual(
    updates.map(({ amountCents }) => amountCents),
    [9000],
  )
})

test('while a payment is at the bank no other one is begun', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.become(payment.providerId!, 'pending')
  await callWebhook(running, payment)
  await assert.rejects(payAgain(running, tenant, made), withCode('conflict', 'payment_pending'))
})

test('a mandate that a first payment gave is charged, and one of another company is not', async () => {
  const made = await anInvoice(tenant)
  const subject = { kind: 'invoice', id: made.invoice.id } as const
  const first = await insertPayment(tenant.ctx(), running.payments, {
    subject,
    amountCents: 1000,
    description: 'First term',
    sequence: 'first',
    payerName: 'Joe',
    payerEmail: 'joe@example.com',
  })
  const opened = await openCheckout(tenant.ctx(), running.payments, first.id)
  fake.pay(opened.providerId!)
  await callWebhook(running, opened)
  const { mandateId } = await getPayment(tenant.ctx(), first.id)
  assert.ok(mandateId)
  const charge = { subject, amountCents: 8000, description: 'The rest', mandateId }
  const other = await aTenantWithMollie(running, fake)
  await assert.rejects(chargeMandate(other.ctx(), running.payments, charge), withCode('invalid', 'mandateId'))
  const charged = await chargeMandate(tenant.ctx(), running.payments, charge)
  const jobs = await running.database.sql`
    select 1 from graphile_worker.jobs where key = ${`sync-payment ${charged.id}`}`
  assert.equal(jobs.length, 1, 'the worker will order it')
  const ordered = await syncPayment(tenant.ctx(), running.payments, charged.id)
  assert.deepEqual([ordered.status, ordered.method], ['pending', 'directdebit'])
  fake.pay(ordered.providerId!)
  await callWebhook(running, ordered)
  assert.deepEqual((await ledgerOf(tenant, made)).lines, ['payment -1000 ideal', 'payment -8000 sdd'])
})

test('a charge whose order was lost more than an hour ago is looked up, not made again', async () => {
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
  const charged = await chargeMandate(tenant.ctx(), running.payments, {
    subject,
    amountCents: 900,
    description: 'Second',
    mandateId: mandateId!,
  })
  fake.misbehave([{ on: 'create', kind: 'answer_lost' }])
  await assert.rejects(syncPayment(tenant.ctx(), running.payments, charged.id), withCode('unavailable'))
  const hadOrders = fake
    .requests()
    .filter(({ method, path }) => method === 'POST' && path === '/v2/payments').length
  const later = { ...tenant.ctx(), now: new Date(Date.now() + 7 * 86_400_000) }
  await running.database.sql`
    update payments set sent_at = ${new Date(later.now.getTime() - 3 * 3_600_000)} where id = ${charged.id}`
  const found = await syncPayment(later, running.payments, charged.id)
  assert.equal(found.providerId, fake.paymentFor(charged.id).id)
  assert.equal(
    fake.requests().filter(({ method, path }) => method === 'POST' && path === '/v2/payments').length,
    hadOrders,
  )
})

test("another company's payment is nothing, by id, token or webhook", async () => {
  const other = await aTenantWithMollie(running, fake)
  const { payment, ...made } = await anOpenPayment(running, tenant)
  fake.pay(payment.providerId!)
  await assert.rejects(getPayment(other.ctx(), payment.id), withCode('not_found'))
  await assert.rejects(syncPayment(other.ctx(), running.payments, payment.id), withCode('not_found'))
  const moved = { ...payment, token: payment.token.replace(/^\d+/, String(other.company.companyId)) }
  const { payment: theirs } = await anOpenPayment(running, other)
  for (const [about, called] of [
    [moved, payment.providerId!],
    [theirs, payment.providerId!],
    [{ ...payment, token: `1-${'x'.repeat(24)}` }, payment.providerId!],
    [payment, 'tr_unknown'],
  ] as const) {
    const answer = await callWebhook(running, about, called)
    assert.deepEqual([answer.statusCode, answer.body], [200, '{"status":"ok"}'])
  }
  assert.equal(await statusOf(payment.id), 'open')
  assert.equal(await statusOf(theirs.id, other), 'open')
  assert.equal((await ledgerOf(tenant, made)).paid, false)
  await callWebhook(running, payment)
  assert.equal(await statusOf(payment.id), 'paid')
})

test('a webhook that cannot be looked into is to be told again', async () => {
  const { payment } = await anOpenPayment(running, tenant)
  fake.misbehave([{ on: 'get', kind: 'reset' }])
  assert.equal((await callWebhook(running, payment)).statusCode, 503)
  for (const payload of ['', 'id=', 'id=1&id=2', '{"id":', 'x'.repeat(100)]) {
    const answer = await running.app.inject({
      method: 'POST',
      url: `/webhooks/mollie/${payment.token}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
    assert.equal(answer.statusCode, 200)
  }
})

test('a company without a provider, where no sandbox is allowed, cannot be paid; what was paid before is followed', async () => {
  const without = await aTenantWithMollie(running, fake)
  const { payment, ...made } = await anOpenPayment(running, without)
  assert.equal(await disconnectPayments(without.ctx()), true)
  assert.equal(await disconnectPayments(without.ctx()), false)
  const strict = { ...running.payments, sandbox: undefined }
  const another: AnInvoice = await anInvoice(without)
  await assert.rejects(
    startInvoicePayment(without.ctx(), strict, {
      id: another.invoice.id,
      token: another.invoice.linkToken,
      returnTo: '/',
    }),
    withCode('unavailable'),
  )
  fake.pay(payment.providerId!)
  await callWebhook(running, payment)
  assert.equal((await ledgerOf(without, made)).paid, true)
})

test('a replaced key serves what was begun with the old one', async () => {
  const rotated = await running.tenant()
  await connectMollie(running, rotated, fake, 'test_old')
  const made = await anInvoice(rotated)
  await assert.rejects(payAgain(running, rotated, made), withCode('unavailable'))
  await connectMollie(running, rotated, fake)
  assert.equal((await payAgain(running, rotated, made)).status, 'open')
  const [row] = await running.database.sql<[{ secrets: Uint8Array }]>`
    select secrets from payment_connections where company_id = ${rotated.company.companyId}`
  assert.ok(!Buffer.from(row.secrets).includes(fake.apiKey))
})

test('money of an invoice that is gone stays with its payment', async () => {
  const { payment, ...made } = await anOpenPayment(running, tenant)
  await running.database.sql`
    delete from invoices where company_id = ${tenant.company.companyId} and id = ${made.invoice.id}`
  fake.pay(payment.providerId!)
  await callWebhook(running, payment)
  const entries = await running.database
    .sql`select kind from payment_entries where payment_id = ${payment.id}`
  assert.deepEqual(
    entries.map(({ kind }) => kind as string),
    ['payment'],
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getPaymentByToken, paymentsOf } from '../../server/domain/payments/find-payment.ts'
import { openCheckout } from '../../server/domain/payments/open-checkout.ts'
import type { Payment } from '../../server/domain/payments/payment.ts'
import type { SandboxOutcome } from '../../server/domain/payments/sandbox-bank.ts'
import { recordState } from '../../server/domain/payments/record-state.ts'
import { syncPayment } from '../../server/domain/payments/sync-payment.ts'
import { expireSignUps } from '../../server/domain/subscription-packages/expire-sign-ups.ts'
import { chargeTerm } from '../../server/domain/subscriptions/charge-term.ts'
import { deleteSubscription } from '../../server/domain/subscriptions/delete-subscription.ts'
import { findSubscriptionPayment } from '../../server/domain/subscriptions/list-subscription-payments.ts'
import { renewSubscriptions } from '../../server/domain/subscriptions/renew-subscriptions.ts'
import { sandbox } from '../../server/providers/sandbox/sandbox.ts'
import { startTestApp, type TestApp, type Tenant } from '../support/app.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const person = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  email: 'john.doe@test.com',
}

const post = (tenant: Tenant, url: string, payload: object) =>
  running.app.inject({ method: 'POST', url: `/v1${url}`, headers: { authorization: tenant.bearer }, payload })

const get = async (tenant: Tenant, url: string) =>
  (await running.app.inject({ url: `/v1${url}`, headers: { authorization: tenant.bearer } })).json()

interface SignedUp {
  tenant: Tenant
  id: string
  packageId: string
  payment: Payment
}

/** Someone who signs up, and has gone on to the bank. */
async function aSignUp(tenant?: Tenant): Promise<SignedUp> {
  const whose = tenant ?? (await running.tenant())
  const made = await post(whose, '/customer-subscription-packages', {
    name: 'Phone subscription',
    interval: '1 month',
    amount: '12.95',
    vatRate: 21,
  })
  const packageId = made.json().id
  const pending = (await post(whose, `/customer-subscription-packages/${packageId}/sign-up`, person)).json()
  const token = pending.paymentLink.split('/').at(-1)
  return { tenant: whose, id: pending.id, packageId, payment: await getPaymentByToken(whose.ctx(), token) }
}

/** What the payer does at the bank, of which we do not know yet. */
async function decide(tenant: Tenant, payment: Payment, outcome: SandboxOutcome): Promise<void> {
  const { checkoutUrl, providerId } = await openCheckout(tenant.ctx(), running.payments, payment.id)
  const key = providerId?.replace('sbx_', '') ?? checkoutUrl!.split('/').at(-1)!
  const { sql } = running.database
  const { bank } = sandbox({ sql, clock: running.clock, publicUrl: () => 'https://balie.example' })
  await bank.decide(tenant.company.companyId, key, outcome)
}

const sync = (tenant: Tenant, payment: Payment) => syncPayment(tenant.ctx(), running.payments, payment.id)

const renew = ({ company }: Tenant) =>
  renewSubscriptions(
    { sql: running.database.sql, now: running.clock.now(), failed: (_, error) => assert.fail(String(error)) },
    { companyId: company.companyId },
  )

async function lastPeriod({ company }: Tenant): Promise<{ id: string; invoiceId: string }> {
  const [period] = await running.database.sql<[{ id: string; invoiceId: string }]>`
    select id, invoice_id as "invoiceId" from subscription_periods where company_id = ${company.companyId}
     order by starts_on desc limit 1`
  return period
}

const charge = async (tenant: Tenant) =>
  chargeTerm(
    { sql: running.database.sql, now: running.clock.now(), providers: running.payments },
    { companyId: tenant.company.companyId, periodId: (await lastPeriod(tenant)).id },
  )

const countsOf = async ({ company }: Tenant) => {
  const [counts] = await running.database.sql`
    select (select count(*) from customers where company_id = ${company.companyId}) as customers,
           (select count(*) from subscriptions where company_id = ${company.companyId}) as subscriptions,
           (select count(*) from invoices where company_id = ${company.companyId}) as invoices,
           (select count(*) from subscription_periods where company_id = ${company.companyId}) as terms`
  return { ...counts }
}

test('paying the first term makes the customer, the subscription, and the invoice that is paid by it', async () => {
  running.clock.set('2025-03-05T14:30:00Z')
  const { tenant, payment } = await aSignUp()
  assert.equal(payment.amountCents, 1295)
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  assert.deepEqual(await countsOf(tenant), { customers: 1, subscriptions: 1, invoices: 1, terms: 1 })
  const [customer] = (await get(tenant, '/customers')).data
  assert.equal(customer.companyName, 'Test Company BV')
  assert.equal(customer.primaryEmail, 'john.doe@test.com')
  const [subscription] = (await get(tenant, '/customer-subscriptions')).data
  const { id: _id, createdAt: _createdAt, ...shown } = subscription
  assert.deepEqual(shown, {
    customerId: customer.id,
    description: 'Phone subscription',
    startsAt: '2025-03-05',
    interval: '1 month',
    renewsAt: '2025-04-05',
    currency: 'EUR',
    amount: '12.95',
    vatRate: 21,
    status: 'in_progress',
    options: { createInvoice: true, invoiceDescription: null },
    terminatedAt: null,
  })
  const [invoice] = (await get(tenant, '/customer-invoices')).data
  assert.equal(invoice.invoiceNumber, 'SUB-2025-0001')
  assert.equal(invoice.amount, '12.95')
  assert.match(invoice.paidAt, /^2025-03-05T15:30/)
  assert.equal(await renew(tenant), 0, 'the first term is billed')
})

test('however often and from wherever we hear of the payment, it is once', async () => {
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await Promise.all(Array.from({ length: 8 }, () => sync(tenant, payment)))
  await sync(tenant, payment)
  assert.deepEqual(await countsOf(tenant), { customers: 1, subscriptions: 1, invoices: 1, terms: 1 })
  const [invoice] = await running.database.sql`
    select outstanding_cents as cents from invoices where company_id = ${tenant.company.companyId}`
  assert.equal(invoice!['cents'], 0)
})

for (const outcome of ['fail', 'cancel', 'expire'] as const)
  test(`nothing is made when the payer has the payment ${outcome}`, async () => {
    const { tenant, payment } = await aSignUp()
    await decide(tenant, payment, outcome)
    await sync(tenant, payment)
    assert.deepEqual(await countsOf(tenant), { customers: 0, subscriptions: 0, invoices: 0, terms: 0 })
  })

test('money that comes when the hour is over, and the package gone, is not turned away', async () => {
  running.clock.set('2025-03-05T14:30:00Z')
  const { tenant, payment, packageId } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await running.app.inject({
    method: 'DELETE',
    url: `/v1/customer-subscription-packages/${packageId}`,
    headers: { authorization: tenant.bearer },
  })
  running.clock.set('2025-03-07T14:30:00Z')
  assert.equal(await expireSignUps(running.database.sql, running.clock.now()), 0)
  await sync(tenant, payment)
  assert.deepEqual(await countsOf(tenant), { customers: 1, subscriptions: 1, invoices: 1, terms: 1 })
  assert.equal((await get(tenant, '/customer-subscriptions')).data[0].startsAt, '2025-03-05')
})

test('after its hour a link that nobody used leads nowhere; a month later who it was for is forgotten', async () => {
  running.clock.set('2025-03-05T14:30:00Z')
  const { tenant, payment, id } = await aSignUp()
  running.clock.set('2025-03-05T15:29:00Z')
  await expireSignUps(running.database.sql, running.clock.now())
  assert.equal((await getPaymentByToken(tenant.ctx(), payment.token)).status, 'created')
  running.clock.set('2025-03-05T15:31:00Z')
  await expireSignUps(running.database.sql, running.clock.now())
  assert.equal((await openCheckout(tenant.ctx(), running.payments, payment.id)).status, 'failed')
  const known = () => running.database.sql`select from pending_sign_ups where id = ${id}`
  assert.equal((await known()).length, 1)
  running.clock.set('2025-04-05T15:31:00Z')
  assert.ok((await expireSignUps(running.database.sql, running.clock.now())) >= 1)
  assert.equal((await known()).length, 0)
})

test('a charge-back of the first term opens its invoice again', async () => {
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  await decide(tenant, payment, 'charge_back')
  await sync(tenant, payment)
  const [invoice] = (await get(tenant, '/customer-invoices')).data
  assert.equal(invoice.paidAt, null)
})

test('the next terms are charged to the mandate of the first, once each, and pay their invoices', async () => {
  running.clock.set('2025-01-31T10:00:00Z')
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  running.clock.set('2025-02-28T10:00:00Z')
  assert.equal(await renew(tenant), 1)
  const { id, invoiceId } = await lastPeriod(tenant)
  const jobs = await running.database.sql`
    select from graphile_worker.jobs where task_identifier = 'charge-term' and key = ${`charge-term ${id}`}`
  assert.equal(jobs.length, 1)
  assert.deepEqual((await Promise.all([charge(tenant), charge(tenant), charge(tenant)])).sort(), [
    'charged',
    'nothing_to_charge',
    'nothing_to_charge',
  ])
  const [charged, ...more] = await paymentsOf(tenant.ctx(), { kind: 'subscription_period', id }, 10)
  assert.deepEqual(more, [])
  assert.equal(charged!.sequence, 'recurring')
  await sync(tenant, charged!)
  await sync(tenant, charged!)
  assert.equal(await charge(tenant), 'nothing_to_charge')
  const [invoice] = await running.database.sql`
    select outstanding_cents as cents from invoices where id = ${invoiceId}`
  assert.equal(invoice!['cents'], 0)
  const events = await running.database.sql<{ type: string; after: { status: string } }[]>`
    select type, after from events where company_id = ${tenant.company.companyId}
       and type like 'subscription_payment.%' order by id`
  assert.deepEqual(
    events.map(({ type, after: { status } }) => `${type} ${status}`),
    [
      'subscription_payment.created paid',
      'subscription_payment.created created',
      'subscription_payment.updated paid',
    ],
  )
  const [subscription] = (await get(tenant, '/customer-subscriptions')).data
  const payments = (await get(tenant, `/customer-subscriptions/${subscription.id}/payments`)).data
  assert.deepEqual(
    payments.map((one: Record<string, unknown>) => [one['termStartsAt'], one['amount'], one['status']]),
    [
      ['2025-02-28', '12.95', 'paid'],
      ['2025-01-31', '12.95', 'paid'],
    ],
  )
  assert.match(payments[0].id, /^sbp_/)
  assert.equal(payments[0].subscriptionId, subscription.id)
  assert.match(payments[0].invoiceId, /^inv_/)
  for (const { id: paymentId } of [charged!, payment]) {
    const found = await findSubscriptionPayment(tenant.ctx(), paymentId)
    assert.equal(found?.id, paymentId)
    assert.equal(found.status, 'paid')
  }
})

test('money for a term finds its invoice, and goes back from it, also when the subscription is deleted meanwhile', async () => {
  running.clock.set('2025-01-31T10:00:00Z')
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  running.clock.set('2025-02-28T10:00:00Z')
  await renew(tenant)
  await charge(tenant)
  const { id, invoiceId } = await lastPeriod(tenant)
  const [subscription] = await running.database.sql<[{ id: string }]>`
    select id from subscriptions where company_id = ${tenant.company.companyId}`
  await deleteSubscription(tenant.ctx(), subscription.id)
  const [charged] = await paymentsOf(tenant.ctx(), { kind: 'subscription_period', id }, 10)
  const outstanding = async () => {
    const [invoice] = await running.database.sql<[{ cents: number }]>`
      select outstanding_cents as cents from invoices where id = ${invoiceId}`
    return invoice.cents
  }
  await sync(tenant, charged!)
  assert.equal(await outstanding(), 0)
  await decide(tenant, charged!, 'charge_back')
  await sync(tenant, charged!)
  assert.equal(await outstanding(), 1295)
})

test('a charge that failed is tried again in three days, three times', async () => {
  running.clock.set('2025-01-31T10:00:00Z')
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  running.clock.set('2025-02-28T10:00:00Z')
  await renew(tenant)
  const { id } = await lastPeriod(tenant)
  const { sql } = running.database
  for (let attempt = 1; attempt <= 4; attempt++) {
    running.clock.set(`2025-03-${String(attempt * 3).padStart(2, '0')}T10:00:00Z`)
    assert.equal(await charge(tenant), 'charged')
    const [charged] = await paymentsOf(tenant.ctx(), { kind: 'subscription_period', id }, 10)
    // The provider refuses it.
    const refused = await recordState(tenant.ctx(), charged!.id, { failure: 'insufficient funds' })
    assert.equal(refused.status, 'failed')
    const [job] = await sql<[{ days: number }]>`
      select round(extract(epoch from run_at - ${running.clock.now()}) / 86400)::integer as days
        from graphile_worker.jobs where key = ${`charge-term ${id}`}`
    assert.equal(job.days, 3)
  }
  assert.equal(await charge(tenant), 'nothing_to_charge')
})

test('what is paid in another way, has no mandate of ours, or is gone is not charged', async () => {
  running.clock.set('2025-01-31T10:00:00Z')
  const { tenant, payment } = await aSignUp()
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  running.clock.set('2025-02-28T10:00:00Z')
  await renew(tenant)
  const [invoice] = (await get(tenant, '/customer-invoices')).data
  await running.app.inject({
    method: 'PATCH',
    url: `/v1/customer-invoices/${invoice.id}`,
    headers: { authorization: tenant.bearer },
    payload: { paidAt: '2025-02-28' },
  })
  assert.equal(await charge(tenant), 'nothing_to_charge')
  running.clock.set('2025-03-31T10:00:00Z')
  await renew(tenant)
  await running.database.sql`
    update subscriptions set mandate_id = 'mdt_unknown' where company_id = ${tenant.company.companyId}`
  assert.equal(await charge(tenant), 'unknown_mandate')
  const { id: periodId } = await lastPeriod(tenant)
  const [{ id }] = await running.database.sql<[{ id: string }]>`
    select id from subscriptions where company_id = ${tenant.company.companyId}`
  await deleteSubscription(tenant.ctx(), id)
  const gone = await chargeTerm(
    { sql: running.database.sql, now: running.clock.now(), providers: running.payments },
    { companyId: tenant.company.companyId, periodId },
  )
  assert.equal(gone, 'nothing_to_charge')
  assert.equal((await get(tenant, '/customer-invoices')).data.length, 3, 'the invoices stay')
})

test('a company that takes no payments online cannot be signed up with by link, and charges nobody', async () => {
  const withoutBank = { ...running.payments, sandbox: undefined }
  const other = await startTestApp({ payments: withoutBank })
  try {
    const there = await other.tenant()
    const made = await other.app.inject({
      method: 'POST',
      url: '/v1/customer-subscription-packages',
      headers: { authorization: there.bearer },
      payload: { name: 'Phone', interval: '1 month', amount: '12.95', vatRate: 21 },
    })
    const refused = await other.app.inject({
      method: 'POST',
      url: `/v1/customer-subscription-packages/${made.json().id}/sign-up`,
      headers: { authorization: there.bearer },
      payload: person,
    })
    assert.equal(refused.statusCode, 503, refused.body)
    assert.match(refused.json().message, /does not take payments online/)
    assert.deepEqual([...(await other.database.sql`select from pending_sign_ups`)], [])
  } finally {
    await other.close()
  }
})

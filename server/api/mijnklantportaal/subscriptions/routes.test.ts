import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { renewSubscriptions } from '../../../domain/subscriptions/renew-subscriptions.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const contribution = {
  description: 'Contribution costs',
  startDate: '2024-05-04',
  interval: '1 year',
  amount: '12.95',
  vatRate: 21,
  createInvoice: true,
  invoiceDescription: 'Extending subscription',
}
const NONE = `sub_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/customer-subscriptions${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

async function aBody(tenant: Tenant, input: object = {}): Promise<object> {
  return { ...contribution, customerId: encodeId('customer', (await aCustomer(tenant)).id), ...input }
}

async function aSubscription(tenant: Tenant, input: object = {}): Promise<string> {
  const made = await call(tenant, 'POST', '', await aBody(tenant, input))
  assert.equal(made.statusCode, 200, made.body)
  return made.json().id
}

const renew = () =>
  renewSubscriptions(
    { sql: running.database.sql, now: running.clock.now(), failed: (_, error) => assert.fail(String(error)) },
    {},
  )

refusalSuite(() => running, {
  name: 'list-customer-subscription-payments',
  api: 'v1',
  permission: 'subscription:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/v1/customer-subscriptions/${await aSubscription(tenant)}/payments`,
  }),
  missing: async () => ({ method: 'GET', url: `/v1/customer-subscriptions/${NONE}/payments` }),
})

for (const [name, method, payload] of [
  ['get-customer-subscription', 'GET', undefined],
  ['change-customer-subscription', 'PATCH', { amount: '13.95' }],
  ['delete-customer-subscription', 'DELETE', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'subscription:read' : 'subscription:write',
    request: async (tenant) => ({
      method,
      url: `/v1/customer-subscriptions/${await aSubscription(tenant)}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({
      method,
      url: `/v1/customer-subscriptions/${NONE}`,
      ...(payload ? { payload } : {}),
    }),
  })

refusalSuite(() => running, {
  name: 'list-customer-subscriptions',
  api: 'v1',
  permission: 'subscription:read',
  request: async () => ({ method: 'GET', url: '/v1/customer-subscriptions' }),
})

refusalSuite(() => running, {
  name: 'create-customer-subscription',
  api: 'v1',
  permission: 'subscription:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/customer-subscriptions',
    payload: await aBody(tenant),
  }),
})

test('the documented example begins a subscription; all of it can be read, changed and deleted', async () => {
  const tenant = await running.tenant()
  running.clock.set('2024-04-29T19:00:00Z')
  const body = await aBody(tenant)
  const made = await call(tenant, 'POST', '', body)
  const { id, createdAt, ...rest } = made.json()
  assert.match(id, /^sub_/)
  assert.match(createdAt, /^2024-04-29T21:00:0\d\+02:00$/)
  const { startDate, createInvoice, invoiceDescription, ...asked } = { ...contribution, ...body }
  assert.deepEqual(rest, {
    ...asked,
    startsAt: startDate,
    renewsAt: '2025-05-04',
    currency: 'EUR',
    status: 'planned',
    options: { createInvoice, invoiceDescription },
    terminatedAt: null,
  })
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), made.json())
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [made.json()])
  const changed = await call(tenant, 'PATCH', `/${id}`, {
    description: 'Other',
    interval: '6 MONTHS',
    amount: 13.5,
    vatRate: '9',
    terminatedAt: '2024-07-04 22:01:00',
    startDate: '2020-01-01',
  })
  assert.deepEqual(changed.json(), {
    ...made.json(),
    description: 'Other',
    interval: '6 months',
    renewsAt: '2024-11-04',
    amount: '13.50',
    vatRate: 9,
    status: 'terminated',
    terminatedAt: '2024-07-04T22:01:00+02:00',
  })
  const gone = await call(tenant, 'DELETE', `/${id}`)
  assert.deepEqual(gone.json(), changed.json())
  assert.equal((await call(tenant, 'GET', `/${id}`)).statusCode, 404)
  assert.equal((await call(tenant, 'DELETE', `/${id}`)).statusCode, 404)
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [])
})

test('each of these leaves its event, and that of a deletion tells all that was', async () => {
  const tenant = await running.tenant()
  const id = await aSubscription(tenant)
  await call(tenant, 'PATCH', `/${id}`, { amount: '20.00' })
  await call(tenant, 'DELETE', `/${id}`)
  const events = await running.database.sql<
    { type: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null }[]
  >`select type, before, after from events where company_id = ${tenant.company.companyId} and type like 'subscription.%'
     order by id`
  assert.deepEqual(
    events.map(({ type }) => type),
    ['subscription.created', 'subscription.updated', 'subscription.deleted'],
  )
  const [made, changed, gone] = events
  assert.equal(made!.before, null)
  assert.deepEqual(changed!.before, made!.after)
  assert.deepEqual(changed!.after, { ...made!.after, amountCents: 2000 })
  assert.deepEqual(gone!.before, changed!.after)
  assert.deepEqual(
    ['customerId', 'startsOn', 'every', 'renewsOn', 'terminatedAt', 'lastStartOn', 'createdAt'].filter(
      (name) => !(name in gone!.before!),
    ),
    [],
  )
})

test('planned, in progress, terminated, ended: on the calendar of the company', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-03-27T12:00:00Z')
  const id = await aSubscription(tenant, { startDate: '2026-03-29', interval: '14 days' })
  const status = async (at: string) => {
    running.clock.set(at)
    await renew()
    return (await call(tenant, 'GET', `/${id}`)).json().status
  }
  assert.equal(await status('2026-03-28T22:59:00Z'), 'planned')
  // Midnight in Amsterdam, an hour before the clocks go forward.
  assert.equal(await status('2026-03-28T23:00:01Z'), 'in_progress')
  running.clock.set('2026-04-01T12:00:00Z')
  const terminated = await call(tenant, 'PATCH', `/${id}`, { terminatedAt: '2026-04-12 00:00:00' })
  assert.equal(terminated.json().status, 'terminated')
  assert.equal(terminated.json().renewsAt, '2026-04-12')
  assert.equal(await status('2026-04-11T21:59:00Z'), 'terminated')
  assert.equal(await status('2026-04-11T22:00:01Z'), 'ended')
  const late = await call(tenant, 'PATCH', `/${id}`, { amount: '1.00' })
  assert.equal(late.statusCode, 422)
  assert.match(late.json().message, /has ended/)
  const invoices = await running.database.sql`
    select from invoices where company_id = ${tenant.company.companyId}`
  assert.equal(invoices.length, 1, 'no term began at the termination')
})

test('what is terminated before it starts has ended then, and is never billed', async () => {
  const tenant = await running.tenant()
  running.clock.set('2026-05-01T12:00:00Z')
  const id = await aSubscription(tenant, { startDate: '2026-06-01' })
  const patched = await call(tenant, 'PATCH', `/${id}`, { terminatedAt: '2026-05-10 12:00:00' })
  assert.equal(patched.json().status, 'terminated')
  running.clock.set('2026-05-10T10:00:01Z')
  assert.equal((await call(tenant, 'GET', `/${id}`)).json().status, 'ended')
  running.clock.set('2026-07-10T10:00:01Z')
  assert.equal(await renew(), 0)
})

test('a plan without subscriptions is 426, whatever is asked', async () => {
  const tenant = await running.tenant({ plan: 'basic' })
  for (const [method, url] of [
    ['GET', ''],
    ['POST', ''],
    ['GET', `/${NONE}`],
    ['PATCH', `/${NONE}`],
    ['DELETE', `/${NONE}`],
  ] as const) {
    const response = await call(tenant, method, url)
    assert.equal(response.statusCode, 426, `${method} ${url}`)
    assert.match(response.json().message, /subscriptions/)
  }
})

test('what does not fit is refused by name, and nothing is written', async () => {
  const tenant = await running.tenant()
  const foreign = encodeId('customer', (await aCustomer(await running.tenant())).id)
  for (const [input, field] of [
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: `cst_${'0'.repeat(26)}` }, 'customerId'],
    [{ customerId: NONE }, 'customerId'],
    [{ description: '' }, 'description'],
    [{ description: 'x'.repeat(201) }, 'description'],
    [{ startDate: '2024-04-31' }, 'startDate'],
    [{ startDate: '2023-02-29' }, 'startDate'],
    [{ startDate: '04-05-2024' }, 'startDate'],
    [{ startDate: undefined }, 'startDate'],
    [{ interval: '3 months' }, 'interval'],
    [{ interval: '1 month; drop table subscriptions' }, 'interval'],
    [{ amount: '12.955' }, 'amount'],
    [{ amount: '-12.95' }, 'amount'],
    [{ amount: '0.00' }, 'amount'],
    [{ amount: '1e3' }, 'amount'],
    [{ amount: '1000000000.01' }, 'amount'],
    [{ amount: '12,95' }, 'amount'],
    [{ vatRate: 6 }, 'vatRate'],
    [{ vatRate: 21.5 }, 'vatRate'],
    [{ createInvoice: 'perhaps' }, 'createInvoice'],
    [{ invoiceDescription: 'x'.repeat(201) }, 'invoiceDescription'],
    [{ paymentIntegrationMandateId: 'x'.repeat(101) }, 'paymentIntegrationMandateId'],
  ] as const) {
    const response = await call(tenant, 'POST', '', await aBody(tenant, input))
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const id = await aSubscription(tenant)
  const [asItWas] = (await call(tenant, 'GET', '')).json().data
  for (const [input, field] of [
    [{ terminatedAt: '2024-04-31 14:00:00' }, 'terminatedAt'],
    [{ terminatedAt: '2024-04-30 25:00:00' }, 'terminatedAt'],
    [{ terminatedAt: 'tomorrow' }, 'terminatedAt'],
    [{ amount: '0' }, 'amount'],
    [{ interval: 'weekly' }, 'interval'],
    [{}, 'the body'],
  ] as const) {
    const response = await call(tenant, 'PATCH', `/${id}`, input)
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [asItWas])
})

test('a customer with a subscription cannot be deleted', async () => {
  const tenant = await running.tenant()
  const customer = encodeId('customer', (await aCustomer(tenant)).id)
  await aSubscription(tenant, { customerId: customer })
  const response = await running.app.inject({
    method: 'DELETE',
    url: `/v1/customers/${customer}`,
    headers: { authorization: tenant.bearer },
  })
  assert.equal(response.statusCode, 422)
})

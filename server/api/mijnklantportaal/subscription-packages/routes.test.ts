import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const phone = {
  name: 'Phone subscription',
  interval: '1 year',
  amount: '12.95',
  vatRate: 21,
  description: '1GB per month, 300min per month',
  availableForSale: true,
}
const person = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  email: 'john.doe@test.com',
}
const NONE = `spg_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/customer-subscription-packages${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const aPackage = async (tenant: Tenant, input: object = {}): Promise<string> =>
  (await call(tenant, 'POST', '', { ...phone, ...input })).json().id

const customerOf = async (tenant: Tenant) => encodeId('customer', (await aCustomer(tenant)).id)

for (const [name, method, path, payload] of [
  ['get-customer-subscription-package', 'GET', '', undefined],
  ['change-customer-subscription-package', 'PATCH', '', { name: 'Other' }],
  ['delete-customer-subscription-package', 'DELETE', '', undefined],
  ['sign-up of a non-customer', 'POST', '/sign-up/', person],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'subscription:read' : 'subscription:write',
    request: async (tenant) => ({
      method,
      url: `/v1/customer-subscription-packages/${await aPackage(tenant)}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({
      method,
      url: `/v1/customer-subscription-packages/${NONE}${path}`,
      ...(payload ? { payload } : {}),
    }),
  })

refusalSuite(() => running, {
  name: 'sign-up of a customer',
  api: 'v1',
  permission: 'subscription:write',
  request: async (tenant) => ({
    method: 'POST',
    url: `/v1/customer-subscription-packages/${await aPackage(tenant)}/sign-up`,
    payload: { customerId: await customerOf(tenant), startDate: '2024-05-04' },
  }),
})

for (const [name, method, payload] of [
  ['list-customer-subscription-packages', 'GET', undefined],
  ['create-customer-subscription-package', 'POST', phone],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'subscription:read' : 'subscription:write',
    request: async () => ({
      method,
      url: '/v1/customer-subscription-packages',
      ...(payload ? { payload } : {}),
    }),
  })

test('the documented example makes a package, which can be read, changed and deleted', async () => {
  const tenant = await running.tenant()
  const made = await call(tenant, 'POST', '', phone)
  assert.equal(made.statusCode, 200)
  const { id, ...rest } = made.json()
  assert.match(id, /^spg_/)
  assert.deepEqual(rest, { ...phone, currency: 'EUR' })
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), made.json())
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [made.json()])
  const changed = await call(tenant, 'PATCH', `/${id}`, { amount: 15, availableForSale: false })
  assert.deepEqual(changed.json(), { ...made.json(), amount: '15.00', availableForSale: false })
  assert.deepEqual((await call(tenant, 'DELETE', `/${id}`)).json(), changed.json())
  assert.equal((await call(tenant, 'GET', `/${id}`)).statusCode, 404)
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [])
})

test('a customer is signed up on the terms of that moment, and keeps them', async () => {
  const tenant = await running.tenant()
  running.clock.set('2024-05-01T12:00:00Z')
  const id = await aPackage(tenant, { availableForSale: false })
  const customerId = await customerOf(tenant)
  const signed = await call(tenant, 'POST', `/${id}/sign-up`, {
    customerId,
    startDate: '2024-05-04',
    mandateId: 'mdt_abc12345def678',
    createInvoice: true,
    invoiceText: null,
  })
  assert.equal(signed.statusCode, 200, signed.body)
  const { id: subscription, createdAt, ...rest } = signed.json()
  assert.deepEqual(rest, {
    customerId,
    description: 'Phone subscription',
    startsAt: '2024-05-04',
    interval: '1 year',
    renewsAt: '2025-05-04',
    currency: 'EUR',
    amount: '12.95',
    vatRate: 21,
    status: 'planned',
    options: { createInvoice: true, invoiceDescription: null },
    terminatedAt: null,
  })
  assert.match(createdAt, /^2024-05-01T14:00/)
  await call(tenant, 'PATCH', `/${id}`, { amount: '99.00', name: 'Dear' })
  await call(tenant, 'DELETE', `/${id}`)
  const kept = await running.app.inject({
    url: `/v1/customer-subscriptions/${subscription}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(kept.json(), signed.json())
})

test('without a start date it starts today, on the calendar of the company', async () => {
  const tenant = await running.tenant()
  running.clock.set('2024-06-30T22:30:00Z')
  const signed = await call(tenant, 'POST', `/${await aPackage(tenant)}/sign-up`, {
    customerId: await customerOf(tenant),
    createInvoice: true,
    invoiceText: 'Your phone',
  })
  assert.equal(signed.json().startsAt, '2024-07-01')
  assert.deepEqual(signed.json().options, { createInvoice: true, invoiceDescription: 'Your phone' })
})

test('who is no customer gets a link to pay by, for an hour, and nothing else happens', async () => {
  const tenant = await running.tenant()
  running.clock.set('2025-03-05T14:30:00Z')
  const id = await aPackage(tenant)
  for (const slash of ['', '/']) {
    const pending = await call(tenant, 'POST', `/${id}/sign-up${slash}`, person)
    assert.equal(pending.statusCode, 200, pending.body)
    const answer = pending.json()
    assert.deepEqual(Object.keys(answer), ['id', 'paymentLink', 'expiresAt'])
    assert.match(answer.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.match(answer.paymentLink, /^https:\/\/balie\.example\/payment\/\d+-[\w-]{24}$/)
    assert.match(answer.expiresAt, /^2025-03-05T16:30:0\d\+01:00$/)
  }
  const counts = await running.database.sql`
    select (select count(*) from customers where company_id = ${tenant.company.companyId}) as customers,
           (select count(*) from subscriptions where company_id = ${tenant.company.companyId}) as subscriptions,
           (select count(*) from pending_sign_ups where company_id = ${tenant.company.companyId}) as pending`
  assert.deepEqual({ ...counts[0] }, { customers: 0, subscriptions: 0, pending: 2 })
})

test('asked again under the same key it is the same sign-up', async () => {
  const tenant = await running.tenant()
  const id = await aPackage(tenant)
  const send = () =>
    running.app.inject({
      method: 'POST',
      url: `/v1/customer-subscription-packages/${id}/sign-up`,
      headers: { authorization: tenant.bearer, 'idempotency-key': 'once' },
      payload: person,
    })
  const first = await send()
  assert.equal(first.statusCode, 200, first.body)
  assert.deepEqual((await send()).json(), first.json())
})

test('a plan without subscriptions is 426, whatever is asked', async () => {
  const tenant = await running.tenant({ plan: 'basic' })
  for (const [method, url] of [
    ['GET', ''],
    ['POST', ''],
    ['GET', `/${NONE}`],
    ['PATCH', `/${NONE}`],
    ['DELETE', `/${NONE}`],
    ['POST', `/${NONE}/sign-up`],
  ] as const)
    assert.equal((await call(tenant, method, url)).statusCode, 426, `${method} ${url}`)
})

test('what does not fit is refused by name', async () => {
  const tenant = await running.tenant()
  for (const [input, field] of [
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ interval: '2 years' }, 'interval'],
    [{ interval: undefined }, 'interval'],
    [{ amount: '0' }, 'amount'],
    [{ amount: '-1.00' }, 'amount'],
    [{ amount: '1.005' }, 'amount'],
    [{ amount: '1e2' }, 'amount'],
    [{ amount: '99999999999' }, 'amount'],
    [{ vatRate: 19 }, 'vatRate'],
    [{ availableForSale: 'maybe' }, 'availableForSale'],
  ] as const) {
    const response = await call(tenant, 'POST', '', { ...phone, ...input })
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const id = await aPackage(tenant)
  const mine = await customerOf(tenant)
  const foreign = await customerOf(await running.tenant())
  for (const [input, field] of [
    [{}, 'customerId'],
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: NONE }, 'customerId'],
    [{ customerId: mine, startDate: '2024-02-30' }, 'startDate'],
    [{ customerId: mine, mandateId: 'x'.repeat(101) }, 'mandateId'],
    [{ customerId: mine, createInvoice: 2 }, 'createInvoice'],
    [{ ...person, companyName: undefined }, 'companyName'],
    [{ ...person, address: undefined }, 'address'],
    [{ ...person, zipCode: null }, 'zipCode'],
    [{ ...person, city: '' }, 'city'],
    [{ ...person, email: 'nobody' }, 'email'],
    [{ ...person, email: undefined }, 'email'],
  ] as const) {
    const response = await call(tenant, 'POST', `/${id}/sign-up`, input)
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
})

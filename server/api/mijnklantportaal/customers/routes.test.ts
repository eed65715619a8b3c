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

const example = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  primaryEmail: 'john.doe@test.com',
}

const create = (tenant: Tenant, payload: object) =>
  running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: tenant.bearer },
    payload,
  })

refusalSuite(() => running, {
  name: 'create-customer',
  api: 'v1',
  permission: 'customers:write',
  request: async () => ({ method: 'POST', url: '/v1/customers', payload: example }),
})
refusalSuite(() => running, {
  name: 'get-customer',
  api: 'v1',
  permission: 'customers:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/v1/customers/${encodeId('customer', (await aCustomer(tenant)).id)}`,
  }),
  missing: async () => ({ method: 'GET', url: `/v1/customers/cst_${'0'.repeat(26)}` }),
})

test('the documented example makes a customer of the Netherlands, and it is read back the same', async () => {
  const tenant = await running.tenant()
  const response = await create(tenant, example)
  assert.equal(response.statusCode, 200)
  const { id, createdAt, ...rest } = response.json()
  assert.match(id, /^cst_[0-9a-z]{26}$/)
  assert.match(createdAt, /\+01:00$/)
  assert.deepEqual(rest, {
    ...example,
    countryCode: 'NL',
    phone: null,
    integration: null,
    integrationId: null,
    customerGroups: [],
  })
  const shown = await running.app.inject({
    url: `/v1/customers/${id}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(shown.json(), response.json())
})

test('a form is as good as JSON, and a country in small letters', async () => {
  const tenant = await running.tenant()
  const response = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: tenant.bearer, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...example, countryCode: 'be' }).toString(),
  })
  assert.equal(response.json().countryCode, 'BE')
})

test('what is wrong with a new customer is said by name', async () => {
  const tenant = await running.tenant()
  for (const [change, field] of [
    [{ companyName: '' }, 'companyName'],
    [{ companyName: 'x'.repeat(201) }, 'companyName'],
    [{ address: null }, 'address'],
    [{ zipCode: undefined }, 'zipCode'],
    [{ city: ['x'] }, 'city'],
    [{ city: 5 }, 'city'],
    [{ primaryEmail: 'john' }, 'primaryEmail'],
    [{ countryCode: 'NLD' }, 'countryCode'],
    [{ city: '\ud800' }, 'city'],
  ] as const) {
    const response = await create(tenant, { ...example, ...change })
    assert.equal(response.statusCode, 422, JSON.stringify(change))
    assert.ok(response.json().message.startsWith(`${field} `), response.json().message)
  }
  const text = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: tenant.bearer, 'content-type': 'text/plain' },
    payload: 'hello',
  })
  assert.equal(text.statusCode, 415)
  assert.equal(typeof text.json().message, 'string')
})

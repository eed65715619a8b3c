import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `/v1/customers/cst_${'0'.repeat(26)}`
const aPath = async (tenant: Tenant) => `/v1/customers/${encodeId('customer', (await aCustomer(tenant)).id)}`
const call = (tenant: Tenant, method: 'GET' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

refusalSuite(() => running, {
  name: 'edit-customer',
  api: 'v1',
  permission: 'customers:write',
  request: async (tenant) => ({ method: 'PATCH', url: await aPath(tenant), payload: { city: 'Utrecht' } }),
  missing: async () => ({ method: 'PATCH', url: NONE, payload: { city: 'Utrecht' } }),
})

refusalSuite(() => running, {
  name: 'delete-customer',
  api: 'v1',
  permission: 'customers:write',
  request: async (tenant) => ({ method: 'DELETE', url: await aPath(tenant) }),
  missing: async () => ({ method: 'DELETE', url: NONE }),
})

refusalSuite(() => running, {
  name: 'list-customers',
  api: 'v1',
  permission: 'customers:read',
  request: async () => ({ method: 'GET', url: '/v1/customers' }),
})

test('what is given changes, the rest stays, and the change is on record', async () => {
  const tenant = await running.tenant()
  const url = await aPath(tenant)
  const old = (await call(tenant, 'GET', url)).json()
  const response = await call(tenant, 'PATCH', url, {
    companyName: 'New BV',
    countryCode: 'be',
    nickname: '1',
    city: null,
  })
  assert.equal(response.statusCode, 200)
  assert.deepEqual(response.json(), { ...old, companyName: 'New BV', countryCode: 'BE' })
  assert.deepEqual((await call(tenant, 'GET', url)).json(), response.json())
  const { sql } = running.database
  const [event] = await sql<[{ before: { name: string }; after: { name: string } }]>`
    select before, after from events where company_id = ${tenant.company.companyId} and type = 'customer.changed'`
  assert.deepEqual([event.before.name, event.after.name], [old.companyName, 'New BV'])
})

test('an invoice keeps the recipient that it was made out to', async () => {
  const tenant = await running.tenant()
  const { invoice, v2 } = await anInvoice(tenant)
  await call(tenant, 'PATCH', `/v1/customers/${encodeId('customer', invoice.customerId)}`, {
    companyName: 'Renamed',
  })
  const shown = await running.app.inject({
    url: `/api/v2/invoices/${v2}`,
    headers: { authorization: tenant.apiKey },
  })
  assert.notEqual(shown.json().customer.name.organization, 'Renamed')
})

test('a change of nothing, or to something malformed, is refused', async () => {
  const tenant = await running.tenant()
  const url = await aPath(tenant)
  for (const payload of [
    {},
    { unknown: 'x' },
    { city: '' },
    { primaryEmail: 'nobody' },
    { countryCode: 'NLD' },
  ])
    assert.equal((await call(tenant, 'PATCH', url, payload)).statusCode, 422, JSON.stringify(payload))
})

test('only a customer without invoices and tickets is deleted', async () => {
  const tenant = await running.tenant()
  const url = await aPath(tenant)
  assert.equal((await call(tenant, 'DELETE', url)).statusCode, 200)
  assert.equal((await call(tenant, 'GET', url)).statusCode, 404)
  assert.equal((await call(tenant, 'DELETE', url)).statusCode, 404)
  const { invoice } = await anInvoice(tenant)
  const billed = `/v1/customers/${encodeId('customer', invoice.customerId)}`
  assert.equal((await call(tenant, 'DELETE', billed)).statusCode, 422)
  assert.equal((await call(tenant, 'GET', billed)).statusCode, 200)
})

test('customers are listed newest first, a page at a time', async () => {
  const tenant = await running.tenant()
  const ids: string[] = []
  for (let i = 0; i < 4; i++) ids.unshift(encodeId('customer', (await aCustomer(tenant)).id))
  const pages = await Promise.all(
    [1, 2, 3].map((page) => call(tenant, 'GET', `/v1/customers?per_page=2&page=${page}`)),
  )
  const shown = pages.map((page) => page.json().data.map((customer: { id: string }) => customer.id))
  assert.deepEqual(shown, [ids.slice(0, 2), ids.slice(2), []])
})

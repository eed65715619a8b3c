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

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const call = (tenant: Tenant, method: Method, url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/customer-groups${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

async function aGroup(tenant: Tenant, customers: string[] = []): Promise<string> {
  const response = await call(tenant, 'POST', '', { name: 'Hosting customers', customers })
  assert.equal(response.statusCode, 201)
  return response.json().id
}

const member = async (tenant: Tenant) => encodeId('customer', (await aCustomer(tenant)).id)
const NONE = `cug_${'0'.repeat(26)}`

for (const [name, method, path, payload] of [
  ['get-customer-group', 'GET', '', undefined],
  ['edit-customer-group', 'PATCH', '', { name: 'New name' }],
  ['delete-customer-group', 'DELETE', '', undefined],
  ['add-customers-to-customer-group', 'POST', '/customers', { customers: [] }],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'customers:read' : 'customers:write',
    request: async (tenant) => ({
      method,
      url: `/v1/customer-groups/${await aGroup(tenant)}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({
      method,
      url: `/v1/customer-groups/${NONE}${path}`,
      ...(payload ? { payload } : {}),
    }),
  })

refusalSuite(() => running, {
  name: 'create-customer-group',
  api: 'v1',
  permission: 'customers:write',
  request: async () => ({
    method: 'POST',
    url: '/v1/customer-groups',
    payload: { name: 'Hosting customers' },
  }),
})

refusalSuite(() => running, {
  name: 'list-customer-groups',
  api: 'v1',
  permission: 'customers:read',
  request: async () => ({ method: 'GET', url: '/v1/customer-groups' }),
})

refusalSuite(() => running, {
  name: 'remove-customer-from-customer-group',
  api: 'v1',
  permission: 'customers:write',
  async request(tenant) {
    const customer = await member(tenant)
    return {
      method: 'DELETE',
      url: `/v1/customer-groups/${await aGroup(tenant, [customer])}/customers/${customer}`,
    }
  },
  missing: async () => ({
    method: 'DELETE',
    url: `/v1/customer-groups/${NONE}/customers/cst_${'0'.repeat(26)}`,
  }),
})

test('the documented example makes a group; ids that name no customer are ignored', async () => {
  const tenant = await running.tenant()
  const foreign = await member(await running.tenant())
  const customer = await member(tenant)
  const response = await call(tenant, 'POST', '', {
    name: 'Hosting customers',
    customers: ['cst_abc12345', foreign, customer],
  })
  assert.equal(response.statusCode, 201)
  assert.deepEqual(Object.keys(response.json()), ['id', 'name', 'createdAt'])
  assert.match(response.json().id, /^cug_[0-9a-z]{26}$/)
  assert.match(response.json().createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+01:00$/)
  const shown = await running.app.inject({
    url: `/v1/customers/${customer}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(shown.json().customerGroups, [response.json().id])
})

test('customers join, join twice without a change, and leave', async () => {
  const tenant = await running.tenant()
  const [one, other] = [await member(tenant), await member(tenant)]
  const group = await aGroup(tenant, [one])
  const joined = await call(tenant, 'POST', `/${group}/customers`, {
    customers: [one, other, 'cst_nobody', 'inv_1'],
  })
  assert.equal(joined.statusCode, 200)
  assert.deepEqual(
    joined
      .json()
      .data.map((customer: { id: string; customerGroups: string[] }) => [
        customer.id,
        customer.customerGroups,
      ]),
    [one, other].sort().map((id) => [id, [group]]),
  )
  const again = await call(tenant, 'POST', `/${group}/customers`, { customers: [one] })
  assert.equal(again.json().data.length, 1)
  assert.equal((await call(tenant, 'DELETE', `/${group}/customers/${one}`)).json().id, group)
  assert.equal((await call(tenant, 'DELETE', `/${group}/customers/${one}`)).statusCode, 404)
  const { sql } = running.database
  const [{ n }] = await sql<[{ n: number }]>`
    select count(*) as n from events where company_id = ${tenant.company.companyId} and type like 'customer_group.%'`
  assert.equal(n, 3, 'created, joined once, left once')
})

test('a group is renamed, listed newest first, and dissolved without its customers', async () => {
  const tenant = await running.tenant()
  const customer = await member(tenant)
  const first = await aGroup(tenant, [customer])
  const second = await aGroup(tenant)
  assert.equal((await call(tenant, 'PATCH', `/${first}`, { name: ' Web ' })).json().name, 'Web')
  const list = (await call(tenant, 'GET', '?per_page=1')).json()
  assert.equal(list.data[0].id, second)
  assert.equal(list.next_page_url, 'https://balie.example/v1/customer-groups?page=2&per_page=1')
  assert.equal((await call(tenant, 'DELETE', `/${first}`)).statusCode, 200)
  assert.equal((await call(tenant, 'GET', `/${first}`)).statusCode, 404)
  assert.equal((await call(tenant, 'GET', '')).json().data.length, 1)
  const shown = await running.app.inject({
    url: `/v1/customers/${customer}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(shown.json().customerGroups, [])
})

test('a bad body is refused by name', async () => {
  const tenant = await running.tenant()
  for (const [payload, field] of [
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 5 }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'x', customers: 'cst_1' }, 'customers'],
    [{ name: 'x', customers: [1] }, 'customers'],
  ] as const) {
    const response = await call(tenant, 'POST', '', payload)
    assert.equal(response.statusCode, 422, JSON.stringify(payload))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
})

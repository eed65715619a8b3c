import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const address = { address: 'Dorpsstraat 1', zipCode: '1234AB', city: 'Zwolle' }
const make = async (tenant: Tenant, companyName: string, more: object = {}) =>
  (
    await call(tenant, 'POST', '/customers', {
      ...address,
      companyName,
      primaryEmail: `${companyName.split(' ')[0]}@example.com`,
      ...more,
    })
  ).json()
const names = async (tenant: Tenant, query: string) => {
  const response = await call(tenant, 'GET', `/customers?sort=companyName&${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json().data.map((one: { companyName: string }) => one.companyName)
}

test('customers are found by beginnings of words, in any order, of their own company alone', async () => {
  const tenant = await running.tenant()
  await make(tenant, 'Bakkerij de Vries')
  await make(tenant, 'Zeilschool Vriesland', { city: 'Sneek', phone: '0515 123456' })
  await make(await running.tenant(), 'Vries elders')
  assert.deepEqual(await names(tenant, 'search=vri'), ['Bakkerij de Vries', 'Zeilschool Vriesland'])
  assert.deepEqual(await names(tenant, 'search=vries%20bak'), ['Bakkerij de Vries'])
  assert.deepEqual(await names(tenant, 'search=Sneek'), ['Zeilschool Vriesland'])
  assert.deepEqual(await names(tenant, 'search=bakkerij%40example.com'), ['Bakkerij de Vries'])
  assert.deepEqual(await names(tenant, 'search=31515123456'), ['Zeilschool Vriesland'])
  assert.deepEqual(await names(tenant, 'search=land'), [])
  assert.equal((await names(tenant, `search=${encodeURIComponent("'& !:* -")}`)).length, 2)
  const page = (await call(tenant, 'GET', '/customers?search=vri&sort=companyName&per_page=1')).json()
  assert.match(page.next_page_url, /search=vri/)
  const next = await call(
    tenant,
    'GET',
    `/customers?search=vri&sort=companyName&per_page=1&cursor=${page.next_cursor}`,
  )
  assert.equal(next.json().data[0].companyName, 'Zeilschool Vriesland')
})

test('customers are listed by group and by ids; groups tell how many they are', async () => {
  const tenant = await running.tenant()
  const [one, two] = [await make(tenant, 'One'), await make(tenant, 'Two')]
  const foreign = await make(await running.tenant(), 'Foreign')
  const group = (
    await call(tenant, 'POST', '/customer-groups', { name: 'Members', customers: [one.id] })
  ).json()
  assert.deepEqual(await names(tenant, `customerGroupId=${group.id}`), ['One'])
  assert.deepEqual(await names(tenant, `ids=${one.id},${two.id},${foreign.id},cst_1`), ['One', 'Two'])
  assert.deepEqual(await names(tenant, `ids=${two.id}&customerGroupId=${group.id}`), [])
  const groups = (await call(tenant, 'GET', '/customer-groups')).json().data
  assert.deepEqual(groups, [{ ...group, customerCount: 1 }])
  for (const [query, field] of [
    ['customerGroupId=cug_1', 'customerGroupId'],
    [`ids=${Array(101).fill('c').join(',')}`, 'ids'],
  ] as const) {
    const response = await call(tenant, 'GET', `/customers?${query}`)
    assert.equal(response.statusCode, 422)
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
})

test('a phone number is kept as it is dialled from anywhere, and taken away by a dash', async () => {
  const tenant = await running.tenant()
  const { id, phone } = await make(tenant, 'One', { phone: '020 123 4567' })
  assert.equal(phone, '+31201234567')
  const change = async (body: object) => (await call(tenant, 'PATCH', `/customers/${id}`, body)).json()
  assert.equal((await change({ phone: '030 123456', countryCode: 'DE' })).phone, '+4930123456')
  assert.equal((await change({ city: 'Berlin' })).phone, '+4930123456')
  assert.equal((await change({ phone: '-' })).phone, null)
  const refused = await call(tenant, 'PATCH', `/customers/${id}`, { phone: 'call me' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.json().message, /^phone /)
})

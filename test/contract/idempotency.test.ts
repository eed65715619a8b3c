import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../support/app.ts'
import { aTicket, anInvoice } from '../support/builders.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

type Method = 'POST' | 'PATCH'

const send = (method: Method, url: string, authorization: string, key: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { 'idempotency-key': key, ...(authorization === '' ? {} : { authorization }) },
    ...(payload ? { payload } : {}),
  })

const customer = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  primaryEmail: 'john.doe@test.com',
}

const count = async (tenant: Tenant, table: string) => {
  const { sql } = running.database
  const [row] = await sql<[{ n: number }]>`
    select count(*) as n from ${sql(table)} where company_id = ${tenant.company.companyId}`
  return row.n
}

test('the same request with the same key gets the first answer and is done once', async () => {
  const tenant = await running.tenant()
  const first = await send('POST', '/v1/customers', tenant.bearer, 'a', customer)
  const again = await send('POST', '/v1/customers', tenant.bearer, 'a', customer)
  assert.equal(first.statusCode, 200)
  assert.equal(first.headers['idempotency-replayed'], undefined)
  assert.equal(again.statusCode, 200)
  assert.equal(again.headers['idempotency-replayed'], 'true')
  assert.equal(again.body, first.body)
  assert.equal(await count(tenant, 'customers'), 1)
})

test('marking paid and closing answer 200 again to who asks again', async () => {
  const tenant = await running.tenant()
  const { v1, ticket } = await aTicket(tenant)
  for (const [url, body] of [
    [`/v1/customer-invoices/${v1}`, { paidAt: '2026-11-20' }],
    [`/v1/tickets/${ticket}`, undefined],
  ] as const) {
    const first = await send('PATCH', url, tenant.bearer, url, body)
    const again = await send('PATCH', url, tenant.bearer, url, body)
    assert.deepEqual([first.statusCode, again.statusCode], [200, 200])
    assert.equal(again.body, first.body)
    assert.equal((await send('PATCH', url, tenant.bearer, `${url}#2`, body)).statusCode, 422)
  }
})

test('a message through /api/v2 or a link is posted once, and an answer without a body is one again', async () => {
  const tenant = await running.tenant()
  const { v2, link } = await anInvoice(tenant)
  for (const [url, authorization] of [
    [`/api/v2/invoices/${v2}/tickets`, tenant.apiKey],
    [`${link}/messages`, ''],
  ] as const) {
    const had = await count(tenant, 'ticket_messages')
    const first = await send('POST', url, authorization, 'm', { message: 'Hello' })
    const again = await send('POST', url, authorization, 'm', { message: 'Hello' })
    assert.equal(first.statusCode, 200)
    assert.equal(again.body, first.body)
    assert.equal(await count(tenant, 'ticket_messages'), had + 1)
  }
  const archive = `/api/v2/invoices/${v2}/tickets/actions/archive`
  for (const _ of [1, 2]) {
    const response = await send('POST', archive, tenant.apiKey, 'x')
    assert.equal(response.statusCode, 204)
    assert.equal(response.body, '')
  }
})

test('another request under a used key is refused, and a refused one may be tried again', async () => {
  const tenant = await running.tenant()
  const refused = await send('POST', '/v1/customers', tenant.bearer, 'b', { ...customer, city: '' })
  assert.equal(refused.statusCode, 422)
  assert.equal((await send('POST', '/v1/customers', tenant.bearer, 'b', customer)).statusCode, 200)
  const other = await send('POST', '/v1/customers', tenant.bearer, 'b', { ...customer, city: 'Utrecht' })
  assert.equal(other.statusCode, 422)
  assert.match(other.json().message, /Idempotency-Key/)
  assert.equal(await count(tenant, 'customers'), 1)
})

test('of many at once one is done; the others are told to wait or get its answer', async () => {
  const tenant = await running.tenant()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send('POST', '/v1/customers', tenant.bearer, 'c', customer)),
  )
  for (const { statusCode } of answers) assert.ok([200, 409].includes(statusCode), String(statusCode))
  assert.equal(
    new Set(answers.filter(({ statusCode }) => statusCode === 200).map(({ body }) => body)).size,
    1,
  )
  assert.equal(await count(tenant, 'customers'), 1)
})

test('a key is its sender’s, for a day', async () => {
  const [one, other] = [await running.tenant(), await running.tenant()]
  const first = await send('POST', '/v1/customers', one.bearer, 'd', customer)
  const foreign = await send('POST', '/v1/customers', other.bearer, 'd', customer)
  assert.notEqual(foreign.json().id, first.json().id)
  running.clock.set(new Date(running.clock.now().getTime() + 25 * 3_600_000).toISOString())
  const nextDay = await send('POST', '/v1/customers', one.bearer, 'd', customer)
  assert.equal(nextDay.headers['idempotency-replayed'], undefined)
  assert.notEqual(nextDay.json().id, first.json().id)
})

test('a key that is none is refused', async () => {
  const tenant = await running.tenant()
  for (const key of ['x'.repeat(256), 'a b'])
    assert.equal((await send('POST', '/v1/customers', tenant.bearer, key, customer)).statusCode, 422)
})

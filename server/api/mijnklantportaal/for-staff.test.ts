import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aColleague, speakerOf } from '../../../test/support/staff.ts'

let running: TestApp
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  tenant = await running.tenant()
})
after(() => running.close())

const customer = {
  companyName: 'Test Company BV',
  address: 'Teststreet 123',
  zipCode: '1234AB',
  city: 'Amsterdam',
  primaryEmail: 'john.doe@test.com',
}

test('a session reads and writes what a key does, as the person it is', async () => {
  const speak = speakerOf(running.app, await aColleague(tenant, 'treasurer'))
  const created = await speak('POST', '/v1/customers', customer)
  assert.equal(created.statusCode, 200, created.body)
  const { id } = created.json()
  assert.match(id, /^cst_/)
  const listed = (await speak('GET', '/v1/customers')).json()
  assert.ok(listed.data.some((row: { id: string }) => row.id === id))
  const [event] = await running.database.sql`
    select actor from events where company_id = ${tenant.company.companyId} and type = 'customer.created'`
  assert.match(String(event!['actor']), /^user:/)
})

test('nobody, another site, a role that may not, and a key get nothing', async () => {
  const { app } = running
  const url = '/api/portal/v1/customers'
  assert.equal((await app.inject({ url })).statusCode, 401)
  const owner = await aColleague(tenant)
  const cookie = `__Host-balie=${owner.token}`
  assert.equal(
    (await app.inject({ method: 'POST', url, headers: { cookie }, payload: customer })).statusCode,
    403,
  )
  const headers = { cookie, 'x-balie': '1', origin: 'https://evil.example' }
  assert.equal((await app.inject({ method: 'POST', url, headers, payload: customer })).statusCode, 403)
  const reader = speakerOf(app, await aColleague(tenant, 'read_only'))
  assert.equal((await reader('POST', '/v1/customers', customer)).statusCode, 403)
  assert.equal((await reader('GET', '/v1/customers')).statusCode, 200)
  assert.equal((await app.inject({ url, headers: { authorization: tenant.bearer } })).statusCode, 401)
  assert.equal((await app.inject({ url: '/v1/customers', headers: { cookie } })).statusCode, 401)
})

test('what belongs to another company is not there', async () => {
  const theirs = speakerOf(running.app, await aColleague(await running.tenant()))
  const { id } = (await theirs('POST', '/v1/customers', customer)).json()
  const ours = speakerOf(running.app, await aColleague(tenant))
  const missing = await ours('GET', `/v1/customers/${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)
  const foreign = await ours('GET', `/v1/customers/${id}`)
  assert.equal(foreign.statusCode, 404)
  assert.equal(foreign.body, missing.body)
})

test('our own pages are told the field at fault and the reason; others the documented sentence alone', async () => {
  const speak = speakerOf(running.app, await aColleague(tenant))
  const { primaryEmail: _, ...without } = customer
  const invalid = await speak('POST', '/v1/customers', without)
  assert.deepEqual(
    [invalid.statusCode, invalid.json().code, invalid.json().field],
    [422, 'invalid', 'primaryEmail'],
  )
  const lines = [{ description: 'x', amountExclVat: 'much', vatRate: 21 }]
  const nested = await speak('POST', '/v1/customer-offers/manual', {
    customerId: 'cst_1',
    offerNumber: '1',
    issuedAt: '2026-01-01',
    expiresAt: '2026-01-02',
    lines,
  })
  assert.equal(nested.json().field, 'lines.0.amountExclVat')
  const hour = { name: 'x', attendeeName: 'x', attendeeEmail: 'x@example.com' }
  const at = { startsAt: '2026-12-07 14:00', endsAt: '2026-12-07 15:00' }
  await speak('POST', '/v1/appointments', { ...hour, ...at })
  const conflict = await speak('POST', '/v1/appointments', { ...hour, ...at })
  assert.deepEqual([conflict.statusCode, conflict.json().code], [409, 'appointment_overlaps'])
  const byKey = await running.app.inject({
    method: 'POST',
    url: '/v1/customers',
    headers: { authorization: tenant.bearer },
    payload: without,
  })
  assert.deepEqual(Object.keys(byKey.json()), ['message'])
})

test('a request with an Idempotency-Key is done once, for each company of its own', async () => {
  const { token } = await aColleague(tenant)
  const ask = () =>
    running.app.inject({
      method: 'POST',
      url: '/api/portal/v1/customers',
      headers: { cookie: `__Host-balie=${token}`, 'x-balie': '1', 'idempotency-key': 'once' },
      payload: customer,
    })
  const [first, again] = [await ask(), await ask()]
  assert.equal(first.json().id, again.json().id)
  assert.equal(again.headers['idempotency-replayed'], 'true')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp } from '../../../test/support/app.ts'

let running: TestApp
before(async () => {
  running = await startTestApp({ rateLimitPerMinute: 3 })
})
after(() => running.close())

test('the limit of /v1 is a key’s, with the documented headers and body', async () => {
  const [one, other] = [await running.tenant(), await running.tenant()]
  const get = (authorization: string) =>
    running.app.inject({ url: '/v1/customer-invoices', headers: { authorization } })
  for (const remaining of ['2', '1', '0']) {
    const { statusCode, headers } = await get(one.bearer)
    assert.equal(statusCode, 200)
    assert.deepEqual([headers['x-ratelimit-limit'], headers['x-ratelimit-remaining']].map(String), [
      '3',
      remaining,
    ])
    assert.equal(headers['retry-after'], undefined)
    assert.equal(headers['x-ratelimit-reset'], undefined)
  }
  const limited = await get(one.bearer)
  assert.equal(limited.statusCode, 429)
  assert.deepEqual(limited.json(), { code: 429, message: 'Too many requests.' })
  assert.ok(Number(limited.headers['retry-after']) > 0)
  assert.ok(Number(limited.headers['x-ratelimit-reset']) > Date.now() / 1000 - 1)
  assert.equal((await get(other.bearer)).statusCode, 200)
})

test('who guesses keys is limited by address', async () => {
  const guess = () => running.app.inject({ url: '/v1/tickets', headers: { authorization: 'Bearer nope' } })
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await guess()).statusCode)
  assert.deepEqual(statuses, [401, 401, 401, 429, 429])
})

test('the limit of /api/v2 is a code and a time to wait', async () => {
  const tenant = await running.tenant()
  const get = () =>
    running.app.inject({
      url: `/api/v2/companies/${tenant.companyId}/tickets/answered`,
      headers: { authorization: tenant.apiKey },
    })
  for (let i = 0; i < 60; i++) assert.equal((await get()).statusCode, 200)
  const limited = await get()
  assert.equal(limited.statusCode, 429)
  assert.deepEqual(limited.json(), { error: 'rate_limited' })
  assert.ok(Number(limited.headers['retry-after']) > 0)
})

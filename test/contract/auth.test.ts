import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createApiKey } from '../../server/domain/access/create-api-key.ts'
import { createPartnerKey } from '../../server/domain/access/partner.ts'
import { revokeApiKey, revokePartnerKey } from '../../server/domain/access/revoke-key.ts'
import { startTestApp, testVault, type TestApp, type Tenant } from '../support/app.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const get = async (url: string, headers: Record<string, string>) =>
  (await running.app.inject({ url, headers })).statusCode
const listOf = ({ companyId }: Tenant) => `/api/v2/companies/${companyId}/tickets/answered`

/** A revocation travels by the database; what waits for it waits ten seconds at most. */
async function becomes(status: number, ask: () => Promise<number>): Promise<void> {
  const deadline = Date.now() + 10_000
  while ((await ask()) !== status) {
    assert.ok(Date.now() < deadline, `never became ${status}`)
    await sleep(20)
  }
}

test('/v1 takes the key as Bearer, whatever the case of the word, in either of the documented headers', async () => {
  const { bearer } = await running.tenant()
  const key = bearer.slice(7)
  for (const headers of [
    { authorization: `Bearer ${key}` },
    { authorization: `bearer ${key}` },
    { authorization: `BEARER   ${key}` },
    { authentication: `Bearer ${key}` },
  ])
    assert.equal(await get('/v1/tickets', headers), 200, JSON.stringify(headers).slice(0, 30))
  for (const headers of [
    { authorization: key },
    { authorization: `ApiKey ${key}` },
    { authorization: `Bearer ${key} x` },
    { authorization: `Bearer${key}` },
    { authorization: `Bearer ${key.slice(0, -1)}` },
    { authorization: `Bearer ${key.toUpperCase()}` },
    { authorization: 'Bearer ' },
    { authentication: key },
    { authorization: 'Bearer x', authentication: `Bearer ${key}` },
  ])
    assert.equal(await get('/v1/tickets', headers), 401, JSON.stringify(headers).slice(0, 30))
})

test('/api/v2 takes the key as ApiKey, whatever the case of the word', async () => {
  const tenant = await running.tenant()
  const key = tenant.apiKey.slice(7)
  assert.match(key, /^[0-9a-f]{40,}$/)
  for (const authorization of [`ApiKey ${key}`, `apikey ${key}`, `APIKEY  ${key}`])
    assert.equal(await get(listOf(tenant), { authorization }), 200)
  for (const authorization of [key, `Bearer ${key}`, `ApiKey ${key.slice(1)}`, `ApiKey ${key} x`, 'ApiKey'])
    assert.equal(await get(listOf(tenant), { authorization }), 401, authorization.slice(0, 12))
})

test('neither API takes its key from the query of /v1, nor twice from that of /api/v2', async () => {
  const tenant = await running.tenant()
  const [key, partnerKey] = [tenant.bearer.slice(7), tenant.apiKey.slice(7)]
  assert.equal(await get(`/v1/tickets?api_key=${key}&access_token=${key}&token=${key}`, {}), 401)
  assert.equal(await get(`${listOf(tenant)}?api_key=${partnerKey}&api_key=${partnerKey}`, {}), 401)
  assert.equal(await get(`${listOf(tenant)}?API_KEY=${partnerKey}`, {}), 401)
})

test('a revoked key of a company is no key, and its others go on', async () => {
  const tenant = await running.tenant()
  const { id, key } = await createApiKey(tenant.ctx(), 'second', ['*'])
  const ask = () => get('/v1/tickets', { authorization: `Bearer ${key}` })
  assert.equal(await ask(), 200)
  assert.equal(await revokeApiKey((await running.tenant()).ctx(), id), false)
  assert.equal(await revokeApiKey(tenant.ctx(), id), true)
  await becomes(401, ask)
  assert.equal(await get('/v1/tickets', { authorization: tenant.bearer }), 200)
})

test('a revoked key of a partner is no key, and its others go on', async () => {
  const tenant = await running.tenant()
  const { id, key } = await createPartnerKey(
    running.database.sql,
    testVault,
    new Date(),
    tenant.partnerId,
    'second',
  )
  const ask = () => get(listOf(tenant), { authorization: `ApiKey ${key}` })
  assert.equal(await ask(), 200)
  assert.equal(await revokePartnerKey(running.database.sql, new Date(), id), true)
  await becomes(401, ask)
  assert.equal(await get(listOf(tenant), { authorization: tenant.apiKey }), 200)
})

test('a key with one scope does what that scope says, and reading is not writing', async () => {
  const tenant = await running.tenant()
  const statusOf = async (scope: 'invoices:read' | 'invoices:write', method: 'GET' | 'POST') =>
    (
      await running.app.inject({
        method,
        url: method === 'GET' ? '/v1/customer-invoices' : '/v1/customer-invoices/manual',
        headers: { authorization: await running.bearerWith(tenant, [scope]) },
        ...(method === 'POST' ? { payload: {} } : {}),
      })
    ).statusCode
  assert.equal(await statusOf('invoices:read', 'GET'), 200)
  assert.equal(await statusOf('invoices:read', 'POST'), 403)
  assert.equal(await statusOf('invoices:write', 'GET'), 403)
  assert.equal(await statusOf('invoices:write', 'POST'), 422)
})

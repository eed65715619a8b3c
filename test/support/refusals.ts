import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { InjectOptions } from 'fastify'
import type { Permission } from '../../server/kernel/permissions.ts'
import type { TestApp, Tenant } from './app.ts'

type Request = InjectOptions & { url: string; method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' }

/** One endpoint, told by examples. */
export interface Endpoint {
  name: string
  /** `/v1` keys have scopes, a partner's key has none. */
  api: 'v1' | 'v2'
  permission: Permission
  /** A request of the tenant's that succeeds. */
  request(tenant: Tenant): Promise<Request>
  /** The same request, for a thing that does not exist; left out where the endpoint names none in its path. */
  missing?(tenant: Tenant): Promise<Request>
}

/** What every endpoint refuses in the same way. `running` is asked inside the tests, after their `before`. */
export function refusalSuite(running: () => TestApp, endpoint: Endpoint): void {
  const { name, api, permission } = endpoint
  const keyOf = (tenant: Tenant) => (api === 'v1' ? tenant.bearer : tenant.apiKey)
  const send = (request: Request, authorization: string | undefined) =>
    running().app.inject({
      ...request,
      headers: { ...request.headers, ...(authorization === undefined ? {} : { authorization }) },
    })
  const shaped = (body: unknown) => {
    const [key, value] = Object.entries(body as object)[0]!
    assert.equal(key, api === 'v1' ? 'message' : 'error')
    assert.equal(typeof value, 'string')
  }

  test(`${name}: no key, a wrong key and a key of the other kind are 401`, async () => {
    const tenant = await running().tenant()
    const request = await endpoint.request(tenant)
    const wrong = api === 'v1' ? `Bearer balie_00000001_${'0'.repeat(40)}` : `ApiKey ${'0'.repeat(40)}`
    for (const authorization of [
      undefined,
      wrong,
      api === 'v1' ? tenant.apiKey : tenant.bearer,
      'Basic YTpi',
      '',
    ]) {
      const response = await send(request, authorization)
      assert.equal(response.statusCode, 401, String(authorization))
      shaped(response.json())
      if (api === 'v2') assert.deepEqual(response.json(), { error: 'unauthorized' })
    }
  })

  if (api === 'v1')
    test(`${name}: a key without ${permission} is 403`, async () => {
      const tenant = await running().tenant()
      const others = (['customers:read', 'invoices:read', 'tickets:read'] as const).filter(
        (p) => p !== permission,
      )
      const response = await send(
        await endpoint.request(tenant),
        await running().bearerWith(tenant, [...others]),
      )
      assert.equal(response.statusCode, 403)
      shaped(response.json())
    })

  if (endpoint.missing)
    test(`${name}: another tenant's id is answered exactly like a missing one`, async () => {
      const tenant = await running().tenant()
      const other = await running().tenant()
      const missing = await send(await endpoint.missing!(tenant), keyOf(tenant))
      const foreign = await send(await endpoint.request(other), keyOf(tenant))
      const ours = await send(await endpoint.request(tenant), keyOf(tenant))
      assert.equal(missing.statusCode, 404)
      assert.equal(foreign.statusCode, missing.statusCode)
      assert.equal(foreign.body, missing.body)
      assert.deepEqual(Object.keys(foreign.headers).sort(), Object.keys(missing.headers).sort())
      assert.ok(ours.statusCode < 300, `${ours.statusCode} ${ours.body}`)
    })

  test(`${name}: oversize and malformed bodies are refused in the API's own shape`, async () => {
    const tenant = await running().tenant()
    const request = await endpoint.request(tenant)
    if (request.method === 'GET') return
    const headers = { 'content-type': 'application/json' }
    const huge = await send(
      { ...request, headers, payload: `{"message":"${'x'.repeat(2_000_000)}"}` },
      keyOf(tenant),
    )
    assert.equal(huge.statusCode, 413)
    shaped(huge.json())
    if (request.payload === undefined) return
    for (const payload of [
      '{"message":',
      '[]',
      '"text"',
      'null',
      '{}',
      '\u0000',
      '{"message":"a\\u0000b"}',
    ]) {
      const response = await send({ ...request, headers, payload }, keyOf(tenant))
      assert.equal(response.statusCode, 422, payload)
      shaped(response.json())
    }
  })
}

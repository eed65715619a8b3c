import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Webhook as Verifier } from 'standardwebhooks'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { startReceiver, type Receiver } from '../../../../test/support/receiver.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { startDeliveries } from '../../../../test/support/webhooks.ts'
import { webhookTypeNames } from '../../../domain/webhooks/webhook-type.ts'
import { isTold } from './contract.ts'

let running: TestApp
let receiver: Receiver
let deliveries: { stop(): Promise<void> }
before(async () => {
  running = await startTestApp()
  receiver = await startReceiver()
  deliveries = await startDeliveries(running)
})
after(async () => {
  await deliveries.stop()
  await receiver.close()
  await running.close()
})

const documented = { url: 'https://mijnklantportaal.nl/webhook-incoming', type: 'customer-created' }
/** Nothing listens there, and nobody has to be asked for its name. */
const nowhere = { url: 'http://127.0.0.1:9/', type: 'subscription-payment-updated' }
const NONE = `wbh_${'0'.repeat(26)}`

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
const call = (tenant: Tenant, method: Method, url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/webhooks${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const aWebhook = async (tenant: Tenant, input: object = nowhere): Promise<{ id: string; secret: string }> =>
  (await call(tenant, 'POST', '', input)).json()

for (const [name, method, path, payload] of [
  ['get-webhook', 'GET', '', undefined],
  ['edit-webhook', 'PATCH', '', { enabled: true }],
  ['delete-webhook', 'DELETE', '', undefined],
  ['rotate-webhook-secret', 'POST', '/rotate-secret', undefined],
  ['test-webhook', 'POST', '/test', undefined],
  ['replay-webhook', 'POST', '/replay', { since: '2026-11-01 00:00:00' }],
  ['list-webhook-deliveries', 'GET', '/deliveries', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'webhooks:read' : 'webhooks:write',
    request: async (tenant) => ({
      method,
      url: `/v1/webhooks/${(await aWebhook(tenant)).id}${path}`,
      ...(payload ? { payload } : {}),
    }),
    missing: async () => ({ method, url: `/v1/webhooks/${NONE}${path}`, ...(payload ? { payload } : {}) }),
  })

refusalSuite(() => running, {
  name: 'resend-webhook-delivery',
  api: 'v1',
  permission: 'webhooks:write',
  async request(tenant) {
    const { id } = await aWebhook(tenant)
    const delivery = (await call(tenant, 'POST', `/${id}/test`)).json()
    return { method: 'POST', url: `/v1/webhooks/${id}/deliveries/${delivery.id}/resend` }
  },
  missing: async () => ({
    method: 'POST',
    url: `/v1/webhooks/${NONE}/deliveries/dlv_${'0'.repeat(26)}/resend`,
  }),
})

refusalSuite(() => running, {
  name: 'list-webhooks',
  api: 'v1',
  permission: 'webhooks:read',
  request: async () => ({ method: 'GET', url: '/v1/webhooks' }),
})

refusalSuite(() => running, {
  name: 'create-webhook',
  api: 'v1',
  permission: 'webhooks:write',
  request: async () => ({ method: 'POST', url: '/v1/webhooks', payload: nowhere }),
})

test('the documented example makes a webhook, which list and get show with its secret', async () => {
  const tenant = await running.tenant()
  const made = await call(tenant, 'POST', '', documented)
  assert.equal(made.statusCode, 200)
  const { id, secret, createdAt, ...rest } = made.json()
  assert.match(id, /^wbh_/)
  assert.match(secret, /^[A-Za-z0-9]{20}$/)
  assert.match(createdAt, /^2026-11-\d\dT\d\d:\d\d:\d\d\+01:00$/)
  assert.deepEqual(rest, { ...documented, enabled: true, disabledReason: null })
  assert.deepEqual((await call(tenant, 'GET', `/${id}`)).json(), made.json())
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [made.json()])
  const gone = await call(tenant, 'DELETE', `/${id}`)
  assert.deepEqual(gone.json(), made.json())
  assert.equal((await call(tenant, 'GET', `/${id}`)).statusCode, 404)
  assert.deepEqual((await call(tenant, 'GET', '')).json().data, [])
})

test('a webhook can be made for each of the 23 documented types', async () => {
  const tenant = await running.tenant()
  assert.equal(webhookTypeNames.length, 23)
  for (const type of webhookTypeNames) {
    const made = await call(tenant, 'POST', '', { ...documented, type })
    assert.equal(made.statusCode, 200, type)
    assert.equal(made.json().type, type)
  }
  const page = (await call(tenant, 'GET', '?per_page=10&page=3')).json()
  assert.deepEqual([page.data.length, page.from, page.next_page_url], [3, 21, null])
})

test('what does not fit is refused by name', async () => {
  const tenant = await running.tenant()
  for (const [input, field] of [
    [{ url: undefined }, 'url'],
    [{ url: 'ftp://example.com/' }, 'url'],
    [{ url: 'javascript:alert(1)' }, 'url'],
    [{ url: '/webhook' }, 'url'],
    [{ url: 'https://' }, 'url'],
    [{ url: 'https:example.com' }, 'url'],
    [{ url: 'https://user:secret@example.com/' }, 'url'],
    [{ url: `https://example.com/${'x'.repeat(2000)}` }, 'url'],
    [{ url: 7 }, 'url'],
    [{ type: undefined }, 'type'],
    [{ type: 'customer-updated' }, 'type'],
    [{ type: ['customer-created', 'customer-deleted'] }, 'type'],
  ] as const) {
    const response = await call(tenant, 'POST', '', { ...documented, ...input })
    assert.equal(response.statusCode, 422, JSON.stringify(input))
    assert.ok(response.json().message.startsWith(field), response.json().message)
  }
  const { id } = await aWebhook(tenant)
  for (const [path, method, payload] of [
    ['', 'PATCH', {}],
    ['', 'PATCH', { url: 'nowhere' }],
    ['', 'PATCH', { enabled: 'perhaps' }],
    ['/replay', 'POST', {}],
    ['/replay', 'POST', { since: '2024-04-31 14:00:00' }],
    ['/replay', 'POST', { since: 'yesterday' }],
    ['/deliveries?status=lost', 'GET', undefined],
  ] as const) {
    const response = await call(tenant, method, `/${id}${path}`, payload)
    assert.equal(response.statusCode, 422, path + JSON.stringify(payload))
  }
  const other = await aWebhook(tenant)
  const delivery = (await call(tenant, 'POST', `/${id}/test`)).json()
  const elsewhere = await call(tenant, 'POST', `/${other.id}/deliveries/${delivery.id}/resend`)
  assert.equal(elsewhere.statusCode, 404)
})

test('a test event brings an example of what /v1 shows, and says that it is one', async () => {
  const tenant = await running.tenant()
  for (const type of webhookTypeNames.filter(isTold)) {
    const url = `${receiver.url}/test-${type}`
    const { id, secret } = await aWebhook(tenant, { url, type })
    const queued = await call(tenant, 'POST', `/${id}/test`)
    assert.equal(queued.json().status, 'pending')
    const [request] = await receiver.until(`/test-${type}`, 1)
    const verifier = new Verifier(`whsec_${Buffer.from(secret).toString('base64')}`)
    const payload = verifier.verify(request!.body, request!.headers) as Record<string, unknown>
    assert.deepEqual([payload['type'], payload['test']], [type, true])
    assert.equal(payload['id'], queued.json().eventId)
    const shown = JSON.stringify(payload['data'])
    assert.ok(shown.includes('_abc12345def678'), shown)
  }
})

test('the log tells what was sent and what came back', async () => {
  const tenant = await running.tenant()
  receiver.on('/log', (_request, response) => response.writeHead(202).end('thank you'))
  const { id } = await aWebhook(tenant, { url: `${receiver.url}/log`, type: 'customer-created' })
  await aCustomer(tenant)
  await aCustomer(tenant)
  const sent = await receiver.until('/log', 2)
  const log = async (query = '') => (await call(tenant, 'GET', `/${id}/deliveries${query}`)).json()
  for (let i = 0; i < 200 && (await log('?status=pending')).data.length > 0; i++);
  const { data } = await log('?status=delivered')
  assert.equal(data.length, 2)
  const [newest, oldest] = data
  assert.match(newest.id, /^dlv_/)
  assert.ok(newest.eventId > oldest.eventId)
  const { attempts, request, status, nextAttemptAt } = newest
  assert.ok(sent.some(({ body, headers }) => body === request && headers['webhook-id'] === newest.eventId))
  assert.deepEqual([status, nextAttemptAt, attempts.length], ['delivered', null, 1])
  const { attemptedAt, durationMs, ...rest } = attempts[0]
  assert.match(attemptedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/)
  assert.ok(durationMs >= 0 && durationMs < 5000)
  assert.deepEqual(rest, { url: `${receiver.url}/log`, status: 202, error: null, response: 'thank you' })
  const first = await log('?status=delivered&per_page=1')
  assert.match(first.next_page_url, /\?page=2&per_page=1&status=delivered$/)
  assert.deepEqual((await log('?status=failed')).data, [])
  const again = await call(tenant, 'POST', `/${id}/deliveries/${newest.id}/resend`)
  assert.deepEqual([again.statusCode, again.json().status], [200, 'pending'])
  await receiver.until('/log', 3)
})

test('a webhook that is off is told nothing, and a test of it is refused', async () => {
  const tenant = await running.tenant()
  const { id } = await aWebhook(tenant, { url: `${receiver.url}/off`, type: 'customer-created' })
  const off = await call(tenant, 'PATCH', `/${id}`, { enabled: 'false' })
  assert.deepEqual([off.json().enabled, off.json().disabledReason], [false, 'by_hand'])
  for (const path of ['/test', '/replay']) {
    const refused = await call(tenant, 'POST', `/${id}${path}`, { since: '2026-11-01' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.json().message, /turned off/)
  }
  await aCustomer(tenant)
  const moved = await call(tenant, 'PATCH', `/${id}`, { url: `${receiver.url}/on#there`, enabled: true })
  assert.deepEqual([moved.json().url, moved.json().enabled], [`${receiver.url}/on`, true])
  await aCustomer(tenant)
  await receiver.until('/on', 1)
  assert.equal(receiver.received.filter(({ path }) => path === '/off').length, 0)
})

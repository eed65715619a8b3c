import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { startTestApp, testVault, type TestApp, type Tenant } from '../../test/support/app.ts'
import { aCustomer } from '../../test/support/builders.ts'
import { startReceiver, type Receiver } from '../../test/support/receiver.ts'
import { aWebhook, bringForward, deliveriesOf, startDeliveries } from '../../test/support/webhooks.ts'
import { changeWebhook } from '../domain/webhooks/change-webhook.ts'
import type { Delivery } from '../domain/webhooks/delivery.ts'
import { forgetDeliveries } from '../domain/webhooks/forget-deliveries.ts'
import { getWebhook } from '../domain/webhooks/get-webhook.ts'
import { replayWebhook } from '../domain/webhooks/replay-webhook.ts'
import { resendDelivery } from '../domain/webhooks/resend-delivery.ts'
import { gapsInSeconds } from '../domain/webhooks/retry-schedule.ts'
import type { Webhook } from '../domain/webhooks/webhook.ts'

let running: TestApp
let receiver: Receiver
let deliveries: { stop(): Promise<void> }
/** What was logged, at every level. */
let logged = ''
before(async () => {
  running = await startTestApp()
  receiver = await startReceiver()
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString()
      done()
    },
  })
  deliveries = await startDeliveries(running, { log: pino({ level: 'trace' }, stream) })
})
after(async () => {
  await deliveries.stop()
  await receiver.close()
  await running.close()
})

let paths = 0

/** A webhook at an endpoint of its own. */
async function anEndpoint(
  answer: Parameters<Receiver['on']>[1],
): Promise<{ tenant: Tenant; webhook: Webhook; path: string }> {
  const tenant = await running.tenant()
  const path = `/endpoint-${++paths}`
  receiver.on(path, answer)
  return { tenant, path, webhook: await aWebhook(tenant, 'customer-created', receiver.url + path) }
}

async function until(
  tenant: Tenant,
  webhook: Webhook,
  wanted: (delivery: Delivery) => boolean,
  withinMs = 10_000,
): Promise<Delivery> {
  let last: Delivery | undefined
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(20)) {
    last = (await deliveriesOf(tenant, webhook))[0]
    if (last && wanted(last)) return last
  }
  throw new Error(`the delivery did not come that far: ${JSON.stringify(last)}`)
}

const attempted =
  (times: number) =>
  ({ attempts }: Delivery) =>
    attempts.length >= times

const secondsUntil = (instant: string | null) => (Date.parse(instant!) - Date.now()) / 1000

for (const [name, answer, status, error] of [
  ['answers 500', (_request, response) => response.writeHead(500).end('broken\0'), 500, null],
  [
    'redirects',
    (_request, response) => response.writeHead(301, { location: `${receiver.url}/elsewhere` }).end(),
    301,
    null,
  ],
  ['resets the connection', (_request, response) => response.destroy(), null, /could not be reached/],
  [
    'answers no HTTP',
    (_request, response) => response.socket!.end('hello there\r\n\r\n'),
    null,
    /could not be reached/,
  ],
] as [string, Parameters<Receiver['on']>[1], number | null, RegExp | null][])
  test(`an endpoint that ${name} is tried again`, async () => {
    const { tenant, webhook, path } = await anEndpoint(answer)
    await aCustomer(tenant)
    const failed = await until(tenant, webhook, attempted(1))
    assert.equal(failed.state, 'pending')
    assert.equal(failed.attempts[0]!.status, status)
    if (error) assert.match(failed.attempts[0]!.error!, error)
    const wait = secondsUntil(failed.nextAttemptAt)
    assert.ok(wait > 3 && wait < 6, String(wait))
    receiver.on(path, (_request, response) => response.end('fine'))
    await bringForward(running)
    const done = await until(tenant, webhook, attempted(2))
    assert.equal(done.state, 'delivered')
    const [first, second] = await receiver.until(path, 2)
    assert.equal(second!.body, first!.body)
    assert.equal(second!.headers['webhook-id'], first!.headers['webhook-id'])
    assert.equal(receiver.received.filter((one) => one.path === '/elsewhere').length, 0)
  })

test('an endpoint that hangs is left after 15 seconds, and asked by one request at a time', async () => {
  const { tenant, webhook, path } = await anEndpoint(() => {})
  await aCustomer(tenant)
  const failed = await until(tenant, webhook, attempted(1), 20_000)
  const { durationMs, error } = failed.attempts[0]!
  assert.ok(durationMs >= 14_900 && durationMs < 17_000, String(durationMs))
  assert.match(error!, /did not answer in time/)
  for (let i = 0; i < 5; i++) await aCustomer(tenant)
  await receiver.until(path, 2)
  await sleep(500)
  assert.equal(receiver.received.filter((one) => one.path === path).length, 2)
})

test('of an answer without end the first 4 kB are kept', async () => {
  const { tenant, webhook } = await anEndpoint((_request, response) => {
    response.writeHead(200)
    const block = Buffer.alloc(1_000_000, 'x')
    let sent = 0
    const more = () => {
      while (sent++ < 100 && !response.destroyed) if (!response.write(block)) return
      response.end()
    }
    response.on('drain', more)
    more()
  })
  await aCustomer(tenant)
  const done = await until(tenant, webhook, attempted(1))
  assert.equal(done.state, 'delivered')
  assert.equal(done.attempts[0]!.answer, 'x'.repeat(4096))
  assert.ok(done.attempts[0]!.durationMs < 3000)
})

test('an endpoint that asks to be left alone is, with all that it is owed', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) =>
    response.writeHead(429, { 'retry-after': '120' }).end(),
  )
  await aCustomer(tenant)
  const failed = await until(tenant, webhook, attempted(1))
  const wait = secondsUntil(failed.nextAttemptAt)
  assert.ok(wait > 115 && wait <= 121, String(wait))
  await aCustomer(tenant)
  await sleep(2500)
  assert.equal(receiver.received.filter((one) => one.path === path).length, 1)
  receiver.on(path, (_request, response) => response.end())
  await bringForward(running)
  await receiver.until(path, 3)
})

test('an endpoint that is gone is told nothing more until it is turned on again', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.writeHead(410).end())
  await aCustomer(tenant)
  const failed = await until(tenant, webhook, attempted(1))
  assert.equal(failed.state, 'failed')
  const off = await getWebhook(tenant.ctx(), testVault, webhook.id)
  assert.equal(off.disabledReason, 'gone')
  await aCustomer(tenant)
  assert.equal((await deliveriesOf(tenant, webhook)).length, 1)
  const [event] = await running.database.sql`
    select type, actor, after from events where company_id = ${tenant.company.companyId} and type = 'webhook.disabled'`
  assert.deepEqual(event, {
    type: 'webhook.disabled',
    actor: 'system:webhooks',
    after: { url: receiver.url + path, reason: 'gone' },
  })
  await assert.rejects(resendDelivery(tenant.ctx(), webhook.id, failed.id), /turned off/)
  receiver.on(path, (_request, response) => response.end())
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: true })
  await aCustomer(tenant)
  await receiver.until(path, 2)
  await resendDelivery(tenant.ctx(), webhook.id, failed.id)
  const [first, , again] = await receiver.until(path, 3)
  assert.equal(again!.headers['webhook-id'], first!.headers['webhook-id'])
})

test('after days of nothing but failure a webhook is turned off, and what it was owed waits', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.writeHead(500).end())
  const { sql } = running.database
  await aCustomer(tenant)
  await until(tenant, webhook, attempted(1))
  await sql`update webhooks set failing_since = now() - interval '4 days 23 hours' where id = ${webhook.id}`
  await bringForward(running)
  await until(tenant, webhook, attempted(2))
  assert.equal((await getWebhook(tenant.ctx(), testVault, webhook.id)).disabledReason, null)
  await sql`update webhooks set failing_since = now() - interval '5 days 1 minute' where id = ${webhook.id}`
  await bringForward(running)
  const waiting = await until(tenant, webhook, attempted(3))
  assert.deepEqual([waiting.state, waiting.nextAttemptAt], ['pending', null])
  assert.equal((await getWebhook(tenant.ctx(), testVault, webhook.id)).disabledReason, 'failing')
  receiver.on(path, (_request, response) => response.end())
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: true })
  await until(tenant, webhook, ({ state }) => state === 'delivered')
})

test('after the last attempt of its schedule a delivery has failed, and can be sent again', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.writeHead(500).end())
  await aCustomer(tenant)
  await until(tenant, webhook, attempted(1))
  await running.database
    .sql`update webhook_deliveries set attempts = ${gapsInSeconds.length} where webhook_id = ${webhook.id}`
  await bringForward(running)
  const failed = await until(tenant, webhook, attempted(2))
  assert.deepEqual([failed.state, failed.nextAttemptAt], ['failed', null])
  receiver.on(path, (_request, response) => response.end())
  await resendDelivery(tenant.ctx(), webhook.id, failed.id)
  assert.equal((await until(tenant, webhook, attempted(3))).state, 'delivered')
})

test('a replay tells again, in order, what happened since, also while the webhook was off', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.end())
  await aCustomer(tenant)
  await receiver.until(path, 1)
  const since = running.clock.now()
  await aCustomer(tenant)
  await receiver.until(path, 2)
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: false })
  await aCustomer(tenant)
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: true })
  assert.deepEqual(await replayWebhook(tenant.ctx(), webhook.id, since), { events: 2, more: false })
  const told = await receiver.until(path, 4)
  assert.equal(new Set(told.map(({ headers }) => headers['webhook-id'])).size, 3)
  await sleep(200)
  assert.equal((await receiver.until(path, 4)).length, 4)
})

test('what nobody could compose is noted as ours and tried again, without blame for the endpoint', async () => {
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.end())
  const { sql } = running.database
  await sql`update webhooks set secret = '\\x00' where id = ${webhook.id}`
  await aCustomer(tenant)
  const failed = await until(tenant, webhook, attempted(1))
  assert.deepEqual([failed.state, failed.attempts[0]!.error], ['pending', 'The request could not be made.'])
  const [row] = await sql`select failing_since from webhooks where id = ${webhook.id}`
  assert.equal(row!['failing_since'], null)
  await sql`update webhooks set secret = ${testVault.seal(webhook.secret)} where id = ${webhook.id}`
  await bringForward(running)
  await receiver.until(path, 1)
})

test('a private address is refused after looking it up, and nothing is sent', async () => {
  await deliveries.stop()
  deliveries = await startDeliveries(running, { allowPrivate: false })
  const { tenant, webhook, path } = await anEndpoint((_request, response) => response.end())
  await aCustomer(tenant)
  const refused = await until(tenant, webhook, attempted(1))
  assert.match(refused.attempts[0]!.error!, /not an address of the public internet/)
  const byName = await aWebhook(
    tenant,
    'customer-created',
    `${receiver.url.replace('127.0.0.1', 'localhost')}${path}`,
  )
  await aCustomer(tenant)
  const named = await until(tenant, byName, attempted(1))
  assert.match(named.attempts[0]!.error!, /localhost is not an address of the public internet/)
  assert.equal(receiver.received.filter((one) => one.path === path).length, 0)
})

test('what is old is forgotten, what is pending is not', async () => {
  const { tenant, webhook } = await anEndpoint((_request, response) => response.end())
  await aCustomer(tenant)
  await until(tenant, webhook, attempted(1))
  const { sql } = running.database
  await sql`update webhook_deliveries set created_at = now() - interval '31 days' where webhook_id = ${webhook.id}`
  assert.equal(await forgetDeliveries(sql), false)
  assert.equal((await deliveriesOf(tenant, webhook)).length, 1, 'still pending')
  await sql`update webhook_deliveries set state = 'failed' where webhook_id = ${webhook.id}`
  await forgetDeliveries(sql)
  assert.equal((await deliveriesOf(tenant, webhook)).length, 0)
})

test('no log line, event or row holds a secret or a payload', async () => {
  const { sql } = running.database
  const secrets = new Set(receiver.received.map(({ headers }) => headers['x-webhook-signature']!))
  assert.ok(secrets.size > 5 && logged.includes('webhook not delivered'))
  const [{ rows }] = await sql<[{ rows: string }]>`
    select (select string_agg(w::text, ' ') from webhooks w) || (select string_agg(e::text, ' ') from events e)
        || (select string_agg(d::text, ' ') from webhook_deliveries d)
        || (select string_agg(a::text, ' ') from webhook_attempts a) as rows`
  for (const secret of secrets) {
    assert.ok(!logged.includes(secret))
    assert.ok(!rows.includes(secret) && !rows.includes(Buffer.from(secret).toString('hex')))
  }
  assert.ok(!logged.includes('Teststreet'))
})

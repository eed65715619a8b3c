import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Webhook as Verifier } from 'standardwebhooks'
import { startTestApp, testVault, type TestApp, type Tenant } from '../support/app.ts'
import { aCustomer, anInvoice, aTicket } from '../support/builders.ts'
import { startReceiver, type Received, type Receiver } from '../support/receiver.ts'
import { aWebhook, bringForward, deliveriesOf, startDeliveries } from '../support/webhooks.ts'
import { encodeId } from '../../server/api/mijnklantportaal/ids.ts'
import { deleteCustomer } from '../../server/domain/customers/delete-customer.ts'
import { markInvoicePaid } from '../../server/domain/invoices/mark-invoice-paid.ts'
import { changeWebhook } from '../../server/domain/webhooks/change-webhook.ts'
import { deleteWebhook } from '../../server/domain/webhooks/delete-webhook.ts'
import type { Delivery } from '../../server/domain/webhooks/delivery.ts'
import { getWebhook } from '../../server/domain/webhooks/get-webhook.ts'
import { rotateWebhookSecret } from '../../server/domain/webhooks/rotate-webhook-secret.ts'
import type { Webhook } from '../../server/domain/webhooks/webhook.ts'

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

let paths = 0
const aPath = () => `/${++paths}`
const atReceiver = (tenant: Tenant, path: string, type: Webhook['type'] = 'customer-created') =>
  aWebhook(tenant, type, receiver.url + path)

const verify = ({ body, headers }: Received, secret: string) =>
  new Verifier(`whsec_${Buffer.from(secret).toString('base64')}`).verify(body, headers)

/** The only delivery of a webhook, once it is as wanted. */
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
    attempts.length === times

test('a change is told to the webhooks of its type, signed, and with what /v1 shows', async () => {
  const tenant = await running.tenant()
  const path = aPath()
  const webhook = await atReceiver(tenant, path)
  await atReceiver(tenant, '/other', 'invoice-paid')
  await atReceiver(await running.tenant(), '/other')
  const customer = await aCustomer(tenant)
  const [request] = await receiver.until(path, 1)
  const payload = verify(request!, webhook.secret) as Record<string, unknown>
  const id = encodeId('customer', customer.id)
  const shown = await running.app.inject({
    url: `/v1/customers/${id}`,
    headers: { authorization: tenant.bearer },
  })
  assert.deepEqual(payload['data'], shown.json())
  assert.equal(payload['type'], 'customer-created')
  assert.match(String(payload['timestamp']), /^2026-11-\d\dT\d\d:\d\d:\d\d\+01:00$/)
  assert.equal(payload['webhookId'], encodeId('webhook', webhook.id))
  assert.equal(payload['id'], request!.headers['webhook-id'])
  assert.equal(request!.headers['x-webhook-signature'], webhook.secret)
  assert.equal(request!.headers['content-type'], 'application/json')
  const done = await until(tenant, webhook, ({ state }) => state === 'delivered')
  assert.deepEqual([done.attempts.length, done.attempts[0]!.status, done.nextAttemptAt], [1, 204, null])
  assert.equal(done.body, request!.body)
  assert.equal(receiver.received.filter((one) => one.path === '/other').length, 0)
})

test('an invoice, a payment, a question and a deletion are told as /v1 shows them', async () => {
  const tenant = await running.tenant()
  const types = [
    'invoice-created',
    'invoice-paid',
    'ticket-created',
    'ticket-reply-employee',
    'customer-deleted',
  ] as const
  const path = aPath()
  for (const type of types) await atReceiver(tenant, `${path}/${type}`, type)
  const { invoice, v1, ticket } = await aTicket(tenant, 'answered')
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
  const customer = await aCustomer(tenant)
  const url = `/v1/customers/${encodeId('customer', customer.id)}`
  const shown = await running.app.inject({ url, headers: { authorization: tenant.bearer } })
  await deleteCustomer(tenant.ctx(), customer.id)
  const dataOf = async (type: string) => {
    const [request] = await receiver.until(`${path}/${type}`, 1)
    return (JSON.parse(request!.body) as { data: Record<string, never> }).data
  }
  assert.equal((await dataOf('invoice-created'))['id'], v1)
  assert.notEqual((await dataOf('invoice-paid'))['paidAt'], null)
  assert.equal((await dataOf('ticket-created'))['id'], ticket)
  assert.equal(((await dataOf('ticket-reply-employee'))['messages'] as unknown as unknown[]).length, 2)
  assert.deepEqual(await dataOf('customer-deleted'), shown.json())
})

test('what is gone by the time it is told is shown as it was', async () => {
  const tenant = await running.tenant()
  const path = aPath()
  const webhook = await atReceiver(tenant, path)
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: false })
  const { sql } = running.database
  await changeWebhook(tenant.ctx(), testVault, webhook.id, { enabled: true })
  const customer = await sql.begin(async (tx) => {
    const made = await aCustomer({ ...tenant, ctx: () => ({ ...tenant.ctx(), sql: tx as never }) })
    await deleteCustomer({ ...tenant.ctx(), sql: tx as never }, made.id)
    return made
  })
  const [request] = await receiver.until(path, 1)
  const { data } = JSON.parse(request!.body) as { data: { companyName: string } }
  assert.equal(data.companyName, customer.name)
})

test('two workers tell each event once, and what is rolled back is not told', async () => {
  const second = await startDeliveries(running)
  const tenant = await running.tenant()
  const path = aPath()
  const webhook = await atReceiver(tenant, path)
  await Promise.all(Array.from({ length: 60 }, () => aCustomer(tenant)))
  await assert.rejects(
    running.database.sql.begin(async (tx) => {
      await aCustomer({ ...tenant, ctx: () => ({ ...tenant.ctx(), sql: tx as never }) })
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  const told = await receiver.until(path, 60)
  await sleep(300)
  assert.equal(receiver.received.filter((one) => one.path === path).length, 60)
  assert.equal(new Set(told.map(({ headers }) => headers['webhook-id'])).size, 60)
  assert.ok(receiver.mostAtOnce(path) <= 20, 'ten at once of each process')
  assert.ok((await deliveriesOf(tenant, webhook)).every(({ state }) => state === 'delivered'))
  await second.stop()
})

test('both secrets sign for a day after a rotation, then the new one alone', async () => {
  const tenant = await running.tenant()
  const path = aPath()
  const old = await atReceiver(tenant, path)
  const { secret } = await rotateWebhookSecret({ ...tenant.ctx(), now: new Date() }, testVault, old.id)
  assert.notEqual(secret, old.secret)
  await aCustomer(tenant)
  const [first] = await receiver.until(path, 1)
  verify(first!, old.secret)
  verify(first!, secret)
  assert.equal(first!.headers['x-webhook-signature'], secret)
  await running.database
    .sql`update webhooks set previous_secret_until = now() - interval '1 second' where id = ${old.id}`
  await aCustomer(tenant)
  const [, second] = await receiver.until(path, 2)
  assert.throws(() => verify(second!, old.secret))
  verify(second!, secret)
})

test('a slow endpoint keeps nobody waiting', async () => {
  const tenant = await running.tenant()
  const [slow, quick] = [aPath(), aPath()]
  receiver.on(slow, (_request, response) => void setTimeout(() => response.end(), 3000))
  await atReceiver(tenant, slow)
  await atReceiver(tenant, quick)
  const began = performance.now()
  await Promise.all(Array.from({ length: 30 }, () => aCustomer(tenant)))
  await receiver.until(quick, 30, 2500)
  assert.ok(performance.now() - began < 2500)
  assert.ok(receiver.mostAtOnce(slow) <= 10)
  await receiver.until(slow, 30, 12_000)
})

test('a webhook that is deleted is told nothing more, and changes go on while it is', async () => {
  const tenant = await running.tenant()
  const path = aPath()
  const made = await Promise.all(Array.from({ length: 20 }, () => atReceiver(tenant, path)))
  await Promise.all([
    ...made.map(({ id }) => deleteWebhook(tenant.ctx(), testVault, id)),
    ...Array.from({ length: 20 }, () => anInvoice(tenant)),
  ])
  await sleep(300)
  const count = receiver.received.length
  await aCustomer(tenant)
  await bringForward(running)
  await sleep(200)
  assert.equal(receiver.received.length, count)
  await assert.rejects(getWebhook(tenant.ctx(), testVault, made[0]!.id), /no webhook/)
  const again = await atReceiver(tenant, path)
  await aCustomer(tenant)
  await until(tenant, again, attempted(1))
})

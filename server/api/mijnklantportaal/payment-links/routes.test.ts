import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { startFakeMollie, type FakeMollie } from '../../../../test/support/mollie.ts'
import { aTenantWithMollie, callWebhook } from '../../../../test/support/payments.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { expirePaymentLink } from '../../../domain/payment-links/expire-payment-link.ts'
import { paymentsOf } from '../../../domain/payments/find-payment.ts'
import { decodeId } from '../ids.ts'

let running: TestApp
let fake: FakeMollie
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
})
after(async () => {
  await fake.stop()
  await running.close()
})

const contribution = { description: 'Contribution costs', amount: '12.95' }
const NONE = `plk_${'0'.repeat(26)}`

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1/payment-links${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

interface Link {
  id: string
  status: string
  checkoutUrl: string | null
  createdAt: string
}

async function aLink(tenant: Tenant, input: object = {}): Promise<Link> {
  const answer = await call(tenant, 'POST', '', { ...contribution, ...input })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Link>()
}

const get = async (tenant: Tenant, { id }: Link) => (await call(tenant, 'GET', `/${id}`)).json<Link>()

/** The payer opens the link and presses the button; answers the payment that waits at Mollie. */
async function press(tenant: Tenant, { id }: Link) {
  const pressed = await running.app.inject({ method: 'POST', url: `/payment-link/${id}` })
  assert.equal(pressed.statusCode, 303)
  const uuid = decodeId('paymentLink', id)!
  const [payment] = await paymentsOf(tenant.ctx(), { kind: 'payment_link', id: uuid }, 1)
  return { payment: payment!, location: String(pressed.headers.location) }
}

const eventsOf = async (tenant: Tenant): Promise<string[]> => {
  const rows = await running.database.sql<{ type: string }[]>`
    select type from events where company_id = ${tenant.company.companyId} and type like 'payment_link.%' order by at, id`
  return rows.map(({ type }) => type)
}

for (const [name, method, path] of [
  ['get-payment-link', 'GET', ''],
  ['close-payment-link', 'DELETE', ''],
  ['list-payment-link-payment', 'GET', '/payments'],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'paymentlinks:read' : 'paymentlinks:write',
    request: async (tenant) => ({ method, url: `/v1/payment-links/${(await aLink(tenant)).id}${path}` }),
    missing: async () => ({ method, url: `/v1/payment-links/${NONE}${path}` }),
  })

for (const [name, method] of [
  ['list-payment-links', 'GET'],
  ['create-payment-link', 'POST'],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v1',
    permission: method === 'GET' ? 'paymentlinks:read' : 'paymentlinks:write',
    request: async () => ({
      method,
      url: '/v1/payment-links',
      ...(method === 'POST' ? { payload: contribution } : {}),
    }),
  })

test('a link as documented: made, shown, listed and closed', async () => {
  const tenant = await running.tenant()
  const made = await aLink(tenant, { expiresAt: '2027-05-04', reusable: true })
  assert.deepEqual(made, {
    id: made.id,
    description: 'Contribution costs',
    currency: 'EUR',
    amount: '12.95',
    reusable: true,
    expiresAt: '2027-05-04T23:59:59+02:00',
    status: 'open',
    checkoutUrl: `https://balie.example/payment-link/${made.id}`,
    createdAt: made.createdAt,
  })
  assert.deepEqual(await get(tenant, made), made)
  const second = await aLink(tenant)
  const list = (await call(tenant, 'GET', '')).json<{ data: Link[]; path: string }>()
  assert.deepEqual(
    list.data.map(({ id }) => id),
    [second.id, made.id],
  )
  assert.equal(list.path, 'https://balie.example/v1/payment-links')
  const closed = (await call(tenant, 'DELETE', `/${made.id}`)).json<Link>()
  assert.deepEqual(closed, { ...made, status: 'closed', checkoutUrl: null })
  const again = await call(tenant, 'DELETE', `/${made.id}`)
  assert.equal(again.statusCode, 422)
  assert.match(again.json<{ message: string }>().message, /closed/)
  assert.deepEqual(await eventsOf(tenant), [
    'payment_link.created',
    'payment_link.created',
    'payment_link.closed',
  ])
})

test('what cannot be a link is refused with the field and the rule', async () => {
  const tenant = await running.tenant()
  for (const [input, words] of [
    [{ amount: '0' }, /amount/],
    [{ amount: '-1.00' }, /amount/],
    [{ amount: '1.005' }, /amount/],
    [{ amount: undefined }, /amount/],
    [{ description: '' }, /description/],
    [{ description: 'x'.repeat(256) }, /description/],
    [{ expiresAt: '2027-02-30' }, /expiresAt/],
    [{ expiresAt: '2026-11-20' }, /expiresAt/],
    [{ reusable: 'perhaps' }, /reusable/],
  ] as const) {
    const answer = await call(tenant, 'POST', '', { ...contribution, ...input })
    assert.equal(answer.statusCode, 422, JSON.stringify(input))
    assert.match(answer.json<{ message: string }>().message, words)
  }
  assert.equal((await call(tenant, 'GET', '')).json<{ data: Link[] }>().data.length, 0)
  assert.ok(await aLink(tenant, { expiresAt: '2026-11-21' }), 'today is not over')
})

test('a link for one use is paid once, and shows who paid', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const link = await aLink(tenant)
  const { payment, location } = await press(tenant, link)
  assert.match(location, /mollie\.com\/checkout/)
  assert.equal((await press(tenant, link)).payment.id, payment.id)
  fake.pay(payment.providerId!, { name: 'John Doe' })
  await callWebhook(running, payment)
  assert.deepEqual(await get(tenant, link), { ...link, status: 'paid', checkoutUrl: null })
  const { data } = (await call(tenant, 'GET', `/${link.id}/payments`)).json<{
    data: Record<string, string>[]
  }>()
  assert.equal(data.length, 1)
  assert.match(data[0]!['id']!, /^plp_/)
  assert.deepEqual(data[0], {
    id: data[0]!['id'],
    paymentLinkId: link.id,
    currency: 'EUR',
    amount: '12.95',
    status: 'paid',
    payersName: 'John Doe',
    integration: 'mollie',
    integrationId: payment.providerId,
    createdAt: data[0]!['createdAt'],
  })
  assert.equal((await press(tenant, link)).location, `/payment-link/${link.id}`)
  assert.equal((await call(tenant, 'DELETE', `/${link.id}`)).statusCode, 422)
  fake.chargeBack(payment.providerId!, 1295)
  await callWebhook(running, payment)
  const charged = (await call(tenant, 'GET', `/${link.id}/payments`)).json<{ data: { status: string }[] }>()
  assert.equal(charged.data[0]!.status, 'charged_back')
  assert.deepEqual(await eventsOf(tenant), ['payment_link.created', 'payment_link.paid'])
})

test('a reusable link takes many payments, until it is closed', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const link = await aLink(tenant, { reusable: true })
  for (let i = 0; i < 3; i++) {
    const { payment } = await press(tenant, link)
    fake.pay(payment.providerId!)
    await callWebhook(running, payment)
  }
  const { payment: late } = await press(tenant, link)
  assert.equal((await get(tenant, link)).status, 'open')
  await call(tenant, 'DELETE', `/${link.id}`)
  assert.equal((await press(tenant, link)).location, `/payment-link/${link.id}`)
  // Who was at the bank already may finish.
  fake.pay(late.providerId!)
  await callWebhook(running, late)
  assert.equal((await get(tenant, link)).status, 'closed')
  const { data } = (await call(tenant, 'GET', `/${link.id}/payments`)).json<{ data: { status: string }[] }>()
  assert.deepEqual(
    data.map(({ status }) => status),
    ['paid', 'paid', 'paid', 'paid'],
  )
  assert.equal((await eventsOf(tenant)).filter((type) => type === 'payment_link.paid').length, 4)
})

test('a link expires at the end of its day in the zone of the company, once', async () => {
  const tenant = await running.tenant()
  const link = await aLink(tenant, { expiresAt: '2026-11-22' })
  const [job] = await running.database.sql<[{ run_at: string }]>`
    select run_at from graphile_worker.jobs where task_identifier = 'expire-payment-link'
     order by id desc limit 1`
  assert.equal(new Date(job.run_at).toISOString(), '2026-11-22T22:59:59.000Z')
  const id = decodeId('paymentLink', link.id)!
  const at = (instant: string) => ({ ...tenant.ctx(), now: new Date(instant) })
  assert.equal(await expirePaymentLink(at('2026-11-22T22:59:58Z'), id), false)
  assert.equal(await expirePaymentLink(at('2026-11-22T22:59:59Z'), id), true)
  assert.equal(await expirePaymentLink(at('2026-11-22T23:00:00Z'), id), false)
  assert.deepEqual(await get(tenant, link), { ...link, status: 'expired', checkoutUrl: null })
  assert.deepEqual(await eventsOf(tenant), ['payment_link.created', 'payment_link.expired'])
  const unnoted = await aLink(tenant, { expiresAt: '2026-11-23' })
  await running.database.sql`
    update payment_links set expires_at = ${new Date('2026-11-21T09:00:00Z')} where id = ${decodeId('paymentLink', unnoted.id)!}`
  assert.equal((await get(tenant, unnoted)).status, 'expired', 'also before the job has run')
  assert.equal((await call(tenant, 'DELETE', `/${unnoted.id}`)).statusCode, 422)
})

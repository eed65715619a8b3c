import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, aTicket } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `/v1/tickets/tic_${'0'.repeat(26)}`
const pathOf = async (tenant: Tenant) => `/v1/tickets/${(await aTicket(tenant)).ticket}`
const reply = { message: '<p>We will look into it!</p>' }

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer, 'content-type': 'application/json' },
    ...(payload ? { payload } : {}),
  })

refusalSuite(() => running, {
  name: 'list-tickets',
  api: 'v1',
  permission: 'tickets:read',
  request: async () => ({ method: 'GET', url: '/v1/tickets' }),
})
refusalSuite(() => running, {
  name: 'get-ticket',
  api: 'v1',
  permission: 'tickets:read',
  request: async (tenant) => ({ method: 'GET', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'GET', url: NONE }),
})
refusalSuite(() => running, {
  name: 'add-message-to-the-ticket',
  api: 'v1',
  permission: 'tickets:write',
  request: async (tenant) => ({ method: 'POST', url: await pathOf(tenant), payload: reply }),
  missing: async () => ({ method: 'POST', url: NONE, payload: reply }),
})
refusalSuite(() => running, {
  name: 'close-ticket',
  api: 'v1',
  permission: 'tickets:write',
  request: async (tenant) => ({ method: 'PATCH', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'PATCH', url: NONE }),
})

test('a ticket has the documented fields, in its list without its messages', async () => {
  const tenant = await running.tenant({ locale: 'nl' })
  const { ticket, invoice } = await aTicket(tenant)
  const shown = (await call(tenant, 'GET', `/v1/tickets/${ticket}`)).json()
  const { messages, ...rest } = shown
  assert.deepEqual(Object.keys(rest), ['id', 'customerId', 'title', 'source', 'status', 'createdAt'])
  assert.equal(rest.title, `Vraag over factuur ${invoice.externalNumber}`)
  assert.deepEqual([rest.source, rest.status], ['portal', 'open'])
  assert.match(rest.createdAt, /^2026-11-21T11:\d\d:\d\d\+01:00$/)
  const [message] = messages
  assert.deepEqual(Object.keys(message), [
    'id',
    'postedBy',
    'isPostedByCustomer',
    'message',
    'postedAt',
    'attachments',
  ])
  assert.deepEqual([message.isPostedByCustomer, message.message], [true, 'I do not want to pay'])
  assert.deepEqual((await call(tenant, 'GET', '/v1/tickets')).json().data, [rest])
})

test('the documented reply is added as HTML, and shown as text through /api/v2', async () => {
  const tenant = await running.tenant()
  const { ticket, v2 } = await aTicket(tenant)
  const response = await call(tenant, 'POST', `/v1/tickets/${ticket}`, reply)
  assert.equal(response.statusCode, 200)
  const last = response.json().messages.at(-1)
  assert.equal(last.message, reply.message)
  assert.equal(last.postedBy, tenant.company.name)
  assert.equal(last.isPostedByCustomer, false)
  const other = await running.app.inject({
    url: `/api/v2/invoices/${v2}/tickets`,
    headers: { authorization: tenant.apiKey },
  })
  assert.equal(other.json().tickets.at(-1).message, 'We will look into it!')
})

test('what could act in a browser is taken out of a reply', async () => {
  const tenant = await running.tenant()
  const { ticket } = await aTicket(tenant)
  for (const [given, kept] of [
    ['<p onclick="x()">Hi<script>alert(1)</script></p>', '<p>Hi</p>'],
    ['<a href="javascript:alert(1)">here</a>', '<a>here</a>'],
    ['<img src=x onerror=alert(1)>Look', 'Look'],
    ['<a href="https://example.com" style="x">site</a>', '<a href="https://example.com">site</a>'],
    ['Fish & chips', 'Fish &amp; chips'],
    ['1 < 2', '1 &lt; 2'],
  ] as const) {
    const response = await call(tenant, 'POST', `/v1/tickets/${ticket}`, { message: given })
    assert.equal(response.json().messages.at(-1).message, kept)
  }
})

test('a reply without words is refused', async () => {
  const tenant = await running.tenant()
  const { ticket } = await aTicket(tenant)
  for (const message of [
    '',
    '   ',
    '<p></p>',
    '<script>x</script>',
    null,
    5,
    ['a'],
    { a: 1 },
    'x'.repeat(50_001),
  ]) {
    const response = await call(tenant, 'POST', `/v1/tickets/${ticket}`, { message })
    assert.equal(response.statusCode, 422, JSON.stringify(message)?.slice(0, 40))
    assert.ok(response.json().message.startsWith('message'), response.json().message)
  }
})

test('a ticket is closed once; a reply opens it again', async () => {
  const tenant = await running.tenant()
  const url = await pathOf(tenant)
  const closed = await call(tenant, 'PATCH', url)
  assert.deepEqual(
    [closed.statusCode, closed.json().status, closed.json().messages.length],
    [200, 'closed', 1],
  )
  const again = await call(tenant, 'PATCH', url)
  assert.equal(again.statusCode, 422)
  assert.deepEqual(again.json(), { message: 'The ticket is already closed.' })
  assert.equal((await call(tenant, 'POST', url, reply)).json().status, 'open')
  assert.equal((await call(tenant, 'PATCH', url)).statusCode, 200)
})

test('a conversation from the live chat can be read and closed, not answered', async () => {
  const tenant = await running.tenant()
  const { ticket } = await aTicket(tenant)
  await running.database
    .sql`update tickets set source = 'chat' where company_id = ${tenant.company.companyId}`
  assert.equal((await call(tenant, 'GET', `/v1/tickets/${ticket}`)).json().source, 'chat')
  assert.equal((await call(tenant, 'POST', `/v1/tickets/${ticket}`, reply)).statusCode, 422)
  assert.equal((await call(tenant, 'PATCH', `/v1/tickets/${ticket}`)).statusCode, 200)
})

test('without ticketing in its plan a company gets 426, whatever it asks', async () => {
  const tenant = await running.tenant({ plan: 'basic' })
  const { ticket } = await aTicket(tenant)
  for (const [method, url, body] of [
    ['GET', '/v1/tickets', undefined],
    ['GET', `/v1/tickets/${ticket}`, undefined],
    ['POST', `/v1/tickets/${ticket}`, reply],
    ['POST', NONE, {}],
    ['PATCH', `/v1/tickets/${ticket}`, undefined],
    ['PATCH', NONE, undefined],
  ] as const) {
    const response = await call(tenant, method, url, body)
    assert.equal(response.statusCode, 426, `${method} ${url}`)
    assert.equal(typeof response.json().message, 'string')
  }
  const invoices = await call(tenant, 'GET', '/v1/customer-invoices')
  assert.equal(invoices.statusCode, 200)
})

test('the list is paged as documented', async () => {
  const tenant = await running.tenant()
  for (let i = 0; i < 17; i++) await aTicket(tenant)
  const first = (await call(tenant, 'GET', '/v1/tickets')).json()
  const path = 'https://balie.example/v1/tickets'
  assert.deepEqual(
    { ...first, data: first.data.length },
    {
      current_page: 1,
      data: 15,
      first_page_url: `${path}?page=1`,
      from: 1,
      next_page_url: `${path}?page=2`,
      path,
      per_page: 15,
      prev_page_url: null,
      to: 15,
    },
  )
  const second = (await call(tenant, 'GET', '/v1/tickets?page=2')).json()
  assert.deepEqual([second.data.length, second.from, second.to, second.next_page_url], [2, 16, 17, null])
  assert.equal(second.prev_page_url, `${path}?page=1`)
  const beyond = (await call(tenant, 'GET', '/v1/tickets?page=99')).json()
  assert.deepEqual([beyond.data, beyond.from, beyond.to], [[], null, null])
  for (const query of [
    'page=0',
    'page=-1',
    'page=abc',
    'page=1&page=2',
    'per_page=500',
    'page=',
    'unknown=1',
  ])
    assert.equal((await call(tenant, 'GET', `/v1/tickets?${query}`)).json().from, 1, query)
})

test('a question asked by the link of an invoice is a ticket of its customer', async () => {
  const tenant = await running.tenant()
  const { link, invoice } = await anInvoice(tenant)
  await running.app.inject({ method: 'POST', url: `${link}/messages`, payload: { message: 'Why?' } })
  const [ticket] = (await call(tenant, 'GET', '/v1/tickets')).json().data
  const shown = await call(tenant, 'GET', `/v1/customers/${ticket.customerId}`)
  assert.equal(shown.statusCode, 200)
  assert.ok(invoice.customerId)
})

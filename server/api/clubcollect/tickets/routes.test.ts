import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, aTicket } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { grantPartner } from '../../../domain/access/partner.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const missingOf = (tenant: Tenant, action: string) =>
  `/api/v2/invoices/${'0'.repeat(32)}${tenant.companyId.slice(32)}/tickets${action}`
const invoiceOf = async (tenant: Tenant, action: string) =>
  `/api/v2/invoices/${(await aTicket(tenant)).v2}/tickets${action}`
const message = { message: 'Please pay before the 30th' }

const call = (tenant: Tenant, method: 'GET' | 'POST', url: string, payload?: object | string, headers = {}) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.apiKey, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })

for (const [name, method, action, payload] of [
  ['list-tickets-of-invoice', 'GET', '', undefined],
  ['create-ticket', 'POST', '', message],
  ['archive-tickets', 'POST', '/actions/archive', undefined],
  ['assign-tickets-to-support', 'POST', '/actions/assign_to_support', undefined],
  ['assign:tickets:to:support', 'POST', '/actions/assign:to:support', undefined],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v2',
    permission: 'tickets:write',
    request: async (tenant) => ({
      method,
      url: await invoiceOf(tenant, action),
      ...(payload ? { payload } : {}),
    }),
    missing: async (tenant) => ({ method, url: missingOf(tenant, action), ...(payload ? { payload } : {}) }),
  })

refusalSuite(() => running, {
  name: 'list-tickets-of-company',
  api: 'v2',
  permission: 'tickets:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/api/v2/companies/${tenant.companyId}/tickets/answered`,
  }),
  missing: async (tenant) => ({
    method: 'GET',
    url: `/api/v2/companies/${'0'.repeat(32)}${tenant.companyId.slice(32)}/tickets/answered`,
  }),
})

test('the documented conversation: the customer’s word and the company’s', async () => {
  const tenant = await running.tenant()
  const { v2 } = await aTicket(tenant)
  const posted = await call(tenant, 'POST', `/api/v2/invoices/${v2}/tickets`, message)
  assert.equal(posted.statusCode, 200)
  assert.deepEqual(Object.keys(posted.json()), ['ticket_id', 'message', 'sender', 'date'])
  assert.match(posted.json().ticket_id, /^[0-9a-f]{40}$/)
  assert.match(posted.json().date, /^2026-11-21T10:\d\d:\d\dZ$/)
  const { tickets } = (await call(tenant, 'GET', `/api/v2/invoices/${v2}/tickets`)).json()
  assert.deepEqual(
    tickets.map((ticket: { message: string; sender: string }) => [ticket.message, ticket.sender]),
    [
      ['I do not want to pay', 'CUSTOMER'],
      ['Please pay before the 30th', 'COMPANY'],
    ],
  )
  assert.deepEqual(tickets[1], posted.json())
})

test('every documented refusal has its status and its body', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant)
  const url = `/api/v2/invoices/${v2}/tickets`
  const json = { 'content-type': 'application/json' }
  for (const body of [
    '{}',
    '{"message":""}',
    '{"message":"  "}',
    '{"message":null}',
    '{"message":5}',
    '{"message":["a"]}',
    '',
  ]) {
    const response = await call(tenant, 'POST', url, body, json)
    assert.deepEqual([response.statusCode, response.json()], [422, { error: 'invalid_message' }], body)
    assert.match(String(response.headers['x-error-message']), /^message /)
  }
  const plain = await call(tenant, 'POST', url, 'message=x', { 'content-type': 'text/plain' })
  assert.deepEqual([plain.statusCode, plain.json()], [422, { error: 'invalid_content_type' }])
  for (const id of ['x', '0'.repeat(40), 'f'.repeat(40), v2.toUpperCase(), `${v2}0`, 'inv_1', '%00', '%ff'])
    for (const [method, action] of [
      ['GET', ''],
      ['POST', ''],
      ['POST', '/actions/archive'],
      ['POST', '/actions/assign_to_support'],
    ] as const) {
      const response = await call(
        tenant,
        method,
        `/api/v2/invoices/${id}/tickets${action}`,
        method === 'POST' ? '{' : undefined,
        json,
      )
      assert.equal(response.statusCode, 404, `${method} ${id} ${action}`)
      if (!id.includes('%ff')) assert.deepEqual(response.json(), { error: 'invalid_invoice_id' })
    }
  const company = `/api/v2/companies/${tenant.companyId}/tickets`
  const status = await call(tenant, 'GET', `${company}/open`)
  assert.deepEqual([status.statusCode, status.json()], [422, { error: 'invalid_action' }])
  const unknown = await call(tenant, 'GET', `/api/v2/companies/${'0'.repeat(40)}/tickets/open`)
  assert.deepEqual([unknown.statusCode, unknown.json()], [404, { error: 'not_found' }])
})

test('the two actions answer 204, again and also where nobody has said a word', async () => {
  const tenant = await running.tenant()
  for (const { v2 } of [await aTicket(tenant), await anInvoice(tenant)])
    for (const action of ['archive', 'assign_to_support', 'assign:to:support', 'assign%3Ato%3Asupport'])
      for (const body of [undefined, '', '{']) {
        const response = await call(
          tenant,
          'POST',
          `/api/v2/invoices/${v2}/tickets/actions/${action}`,
          body,
          {
            'content-type': 'application/json',
          },
        )
        assert.deepEqual([response.statusCode, response.body], [204, ''], action)
      }
})

test('the list by status is paged from the oldest, with totals', async () => {
  const tenant = await running.tenant()
  const invoices: string[] = []
  for (let i = 0; i < 5; i++) invoices.push((await aTicket(tenant)).v2)
  await aTicket(tenant, 'answered')
  const url = `/api/v2/companies/${tenant.companyId}/tickets`
  const list = async (query: string) => (await call(tenant, 'GET', `${url}/unanswered${query}`)).json()
  const all = await list('')
  assert.deepEqual(
    all.tickets.map((ticket: { invoice_id: string }) => ticket.invoice_id),
    invoices,
  )
  assert.deepEqual(all.page, { page_number: 1, page_size: 30, total_entries: 5, total_pages: 1 })
  assert.deepEqual(Object.keys(all.tickets[0]), ['invoice_id', 'ticket_id', 'message', 'sender', 'date'])
  for (const query of [
    '?page_number=2&page_size=2',
    '?page:number=2&page:size=2',
    '?page%3Anumber=2&page_size=2',
  ]) {
    const second = await list(query)
    assert.deepEqual(
      second.tickets.map((ticket: { invoice_id: string }) => ticket.invoice_id),
      invoices.slice(2, 4),
    )
    assert.deepEqual(second.page, { page_number: 2, page_size: 2, total_entries: 5, total_pages: 3 })
  }
  assert.deepEqual((await list('?page_number=9')).tickets, [])
  assert.equal((await list('?page_number=9')).page.total_entries, 5)
  for (const [query, number, size] of [
    ['page_size=500', 1, 100],
    ['page_size=0', 1, 1],
    ['page_size=-3&page_number=-3', 1, 1],
    ['page_size=abc&page_number=abc', 1, 30],
    ['page_number=1&page_number=2', 1, 30],
    ['page_number=99999999999999999999', 1_000_000_000, 30],
  ] as const)
    assert.deepEqual(Object.values((await list(`?${query}`)).page).slice(0, 2), [number, size], query)
  assert.equal((await call(tenant, 'GET', `${url}/ANSWERED`)).json().page.total_entries, 2)
  assert.equal((await call(tenant, 'GET', `${url}/archived`)).json().page.total_entries, 0)
})

test('the key may stand in the query, unless the operator says no; the header wins', async () => {
  const tenant = await running.tenant()
  const key = tenant.apiKey.replace('ApiKey ', '')
  const url = `/api/v2/companies/${tenant.companyId}/tickets/answered`
  for (const name of ['api_key', 'api:key', 'api%3Akey'])
    assert.equal((await running.app.inject(`${url}?${name}=${key}`)).statusCode, 200, name)
  const wrongHeader = await running.app.inject({
    url: `${url}?api_key=${key}`,
    headers: { authorization: 'ApiKey x' },
  })
  assert.equal(wrongHeader.statusCode, 401)
  const strict = await startTestApp({ apiKeyInQuery: false })
  try {
    const other = await strict.tenant()
    const path = `/api/v2/companies/${other.companyId}/tickets/answered`
    assert.equal((await strict.app.inject(`${path}?api_key=${other.apiKey.slice(7)}`)).statusCode, 401)
    assert.equal(
      (await strict.app.inject({ url: path, headers: { authorization: other.apiKey } })).statusCode,
      200,
    )
  } finally {
    await strict.close()
  }
})

test('a partner acts for the companies that were granted to it, and no others', async () => {
  const [one, other] = [await running.tenant(), await running.tenant()]
  const url = `/api/v2/companies/${other.companyId}/tickets/answered`
  assert.equal((await call(one, 'GET', url)).statusCode, 404)
  await grantPartner(other.ctx(), one.partnerId)
  for (const deadline = Date.now() + 5000; Date.now() < deadline; await sleep(10))
    if ((await call(one, 'GET', url)).statusCode === 200) break
  assert.equal((await call(one, 'GET', url)).statusCode, 200)
})

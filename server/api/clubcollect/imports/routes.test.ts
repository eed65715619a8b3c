import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const post = (tenant: Tenant, payload?: object | string, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/api/v2/imports',
    headers: { authorization: tenant.apiKey, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })

const batches = async ({ company }: Tenant) =>
  (await running.database.sql`select id from batches where company_id = ${company.companyId}`).length

refusalSuite(() => running, {
  name: 'create-import',
  api: 'v2',
  permission: 'invoices:write',
  request: async ({ companyId }) => ({
    method: 'POST',
    url: '/api/v2/imports',
    payload: { company_id: companyId, title: 'Membership fees 2016/02' },
  }),
})

test('the documented import is empty and not transmitted', async () => {
  const tenant = await running.tenant()
  const response = await post(tenant, { company_id: tenant.companyId, title: 'Membership fees 2016/02' })
  assert.equal(response.statusCode, 200)
  const { import_id, ...rest } = response.json()
  assert.match(import_id, /^[0-9a-f]{40}$/)
  assert.deepEqual(rest, {
    company_id: tenant.companyId,
    title: 'Membership fees 2016/02',
    transmitted: false,
    transmitted_at: null,
    prepaid_amount_cents: 0,
    prepaid_amount_currency: 'EUR',
    settled_amount_cents: 0,
    settled_amount_currency: 'EUR',
    expected_invoices_count: 0,
    invoice_ids: [],
  })
  assert.equal(await batches(tenant), 1)
})

test('the currencies are the company’s', async () => {
  const tenant = await running.tenant({ currency: 'GBP' })
  const made = (await post(tenant, { company_id: tenant.companyId })).json()
  assert.deepEqual([made.prepaid_amount_currency, made.settled_amount_currency], ['GBP', 'GBP'])
})

test('title and count may be left out; the count is digits or a number and comes back as a number', async () => {
  const tenant = await running.tenant()
  for (const [given, title, count] of [
    [{}, null, 0],
    [{ title: null, expected_invoices_count: null }, null, 0],
    [{ title: '', expected_invoices_count: '' }, null, 0],
    [{ title: ' Fees ', expected_invoices_count: '3' }, 'Fees', 3],
    [{ title: 2016, expected_invoices_count: 3 }, '2016', 3],
    [{ expected_invoices_count: '10000000', unknown: { a: 1 } }, null, 10_000_000],
  ] as const) {
    const response = await post(tenant, { company_id: tenant.companyId, ...given })
    assert.equal(response.statusCode, 200, JSON.stringify(given))
    const made = response.json()
    assert.deepEqual([made.title, made.expected_invoices_count], [title, count])
  }
})

test('the body may be JSON, called so or not, or a form', async () => {
  const tenant = await running.tenant()
  const json = JSON.stringify({ company_id: tenant.companyId, expected_invoices_count: '4' })
  const form = `company_id=${tenant.companyId}&expected_invoices_count=4&title=Fees+%26+more`
  for (const [payload, type] of [
    [json, 'application/json'],
    [json, 'application/json; charset=utf-8'],
    [json, 'text/plain'],
    [form, 'application/x-www-form-urlencoded'],
    [form, 'application/x-www-form-urlencoded;charset=UTF-8'],
  ] as const) {
    const response = await post(tenant, payload, { 'content-type': type })
    assert.equal(response.statusCode, 200, `${type} ${response.body}`)
    assert.equal(response.json().expected_invoices_count, 4)
    if (payload === form) assert.equal(response.json().title, 'Fees & more')
  }
})

test('a company that is none, or not the partner’s, is invalid_company_id', async () => {
  const [tenant, other] = [await running.tenant(), await running.tenant()]
  const notOurs = `${'0'.repeat(32)}${tenant.companyId.slice(32)}`
  const refused = { error: 'invalid_company_id' }
  for (const company_id of [
    undefined,
    null,
    '',
    'x',
    5,
    [],
    {},
    'f'.repeat(40),
    tenant.companyId.toUpperCase(),
    notOurs,
    other.companyId,
  ]) {
    // Also where something else is wrong with it.
    const response = await post(tenant, { company_id, expected_invoices_count: 'many' })
    assert.deepEqual([response.statusCode, response.json()], [422, refused], JSON.stringify(company_id))
  }
  const empty = await post(tenant)
  assert.deepEqual([empty.statusCode, empty.json()], [422, refused])
  assert.equal((await batches(tenant)) + (await batches(other)), 0)
})

test('what is wrong with the rest has a code of its own, and makes nothing', async () => {
  const tenant = await running.tenant()
  for (const [given, error] of [
    [{ expected_invoices_count: 'many' }, 'invalid_expected_invoices_count'],
    [{ expected_invoices_count: -1 }, 'invalid_expected_invoices_count'],
    [{ expected_invoices_count: '1.5' }, 'invalid_expected_invoices_count'],
    [{ expected_invoices_count: 10_000_001 }, 'invalid_expected_invoices_count'],
    [{ expected_invoices_count: [3] }, 'invalid_expected_invoices_count'],
    [{ title: ['a'] }, 'invalid_title'],
    [{ title: 'x'.repeat(256) }, 'invalid_title'],
    [{ title: 'a\u0000b' }, 'invalid_title'],
  ] as const) {
    const response = await post(tenant, { company_id: tenant.companyId, ...given })
    assert.deepEqual([response.statusCode, response.json()], [422, { error }], JSON.stringify(given))
    assert.equal(typeof response.headers['x-error-message'], 'string')
  }
  for (const payload of ['{', '[]', '"text"', '5']) {
    const response = await post(tenant, payload, { 'content-type': 'application/json' })
    assert.deepEqual([response.statusCode, response.json()], [422, { error: 'invalid_request' }], payload)
  }
  assert.equal(await batches(tenant), 0)
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, anOpenImport } from '../../../../test/support/builders.ts'

let running: TestApp
let tenant: Tenant
let importId: string
before(async () => {
  running = await startTestApp()
})
beforeEach(async () => {
  tenant = await running.tenant()
  importId = await anOpenImport(tenant)
})
after(() => running.close())

const line = { amount_cents: 9000, description: 'Membership fee' }
const email = { email_address: 'joe@example.com' }
const phone = { phone_number: '562-756-2233', country_code: 'NL' }
const address = { address1: '3rd Avenue', zipcode: '10010', city: 'Amsterdam', country_code: 'NL' }
const name = { last_name: 'Doe' }
const good = () => ({
  import_id: importId,
  external_invoice_number: '2014-342-545',
  customer: { name, email },
  invoice_lines: [line],
  amount_total_cents: 9000,
})

const post = (payload: object | string, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: tenant.apiKey, ...headers },
    payload,
  })
const invoices = async () =>
  (await running.database.sql`select id from invoices where company_id = ${tenant.company.companyId}`).length

async function refused(change: object, error: string) {
  const response = await post({ ...good(), ...change })
  const about = JSON.stringify(change).slice(0, 200)
  assert.deepEqual([response.statusCode, response.json()], [422, { error }], about)
  assert.match(String(response.headers['x-error-message']), /^\S+ .+\.$/, about)
}

test('invalid_import_id: there is no such import, or it is not the partner’s', async () => {
  const other = await running.tenant()
  for (const import_id of [
    undefined,
    null,
    '',
    5,
    'x',
    'f'.repeat(40),
    tenant.companyId,
    `${'0'.repeat(32)}${importId.slice(32)}`,
    importId.toUpperCase(),
    await anOpenImport(other),
  ])
    await refused({ import_id }, 'invalid_import_id')
  assert.equal(await invoices(), 0)
})

test('invalid_external_invoice_number: shorter than one character', async () => {
  for (const external_invoice_number of [undefined, null, '', '  ', [], {}, true, 'x'.repeat(256)])
    await refused({ external_invoice_number }, 'invalid_external_invoice_number')
})

test('invalid_customer_last_name: empty', async () => {
  for (const customer of [
    undefined,
    {},
    { email },
    { name: {}, email },
    { name: { last_name: ' ' }, email },
    { name: { first_name: 'Joe', organization: 'TheClub' }, email },
    { name: 'Doe', email },
    { name: { last_name: ['Doe'] }, email },
  ])
    await refused({ customer }, 'invalid_customer_last_name')
})

test('whoever can be reached by e-mail, phone or post is a customer', async () => {
  for (const contact of [
    { email },
    { phone },
    { phone: { phone_number: '+31 (0)20-123.45/67' } },
    { address },
    { email, phone, address },
    // What is only begun does not matter next to what is complete.
    { email, address: { city: 'Amsterdam' } },
    { phone, address: { address1: 'x' }, email: { email_address: '' } },
    { address, phone: { country_code: 'NL' } },
  ]) {
    const response = await post({ ...good(), customer: { name, ...contact } })
    assert.equal(response.statusCode, 200, `${JSON.stringify(contact)} ${response.body}`)
  }
})

test('invalid_customer_email: nothing is given, or what is given is no address', async () => {
  for (const contact of [
    {},
    { email: null, phone: null, address: null },
    { email: {}, phone: {}, address: {} },
    { email: { email_address: '' }, phone: { phone_number: '', country_code: '' } },
    { email: { email_address: 'joe' }, phone, address },
    { email: { email_address: 'joe@' }, phone },
    { email: { email_address: 'joe@a@example.com' } },
    { email: { email_address: 'Joe <joe@example.com>' } },
    { email: { email_address: `${'x'.repeat(250)}@a.nl` } },
    { email: 'joe@example.com' },
  ])
    await refused({ customer: { name, ...contact } }, 'invalid_customer_email')
})

test('invalid_customer_phone: only begun while nothing else is given, or no phone number', async () => {
  for (const contact of [
    { phone: { country_code: 'NL' } },
    { phone: { country_code: 'NL', phone_number: ' ' }, address: {} },
    { phone: { phone_number: 'call me' }, email },
    { phone: { phone_number: '12' }, address },
    { phone: { phone_number: ['0612345678'] }, email },
    { phone: '0612345678' },
  ])
    await refused({ customer: { name, ...contact } }, 'invalid_customer_phone')
})

test('invalid_customer_address: incomplete while nothing else is given, or no country', async () => {
  for (const missing of ['address1', 'zipcode', 'city', 'country_code'])
    await refused({ customer: { name, address: { ...address, [missing]: '' } } }, 'invalid_customer_address')
  for (const contact of [
    { address: { city: 'Amsterdam' } },
    // The address was begun, so it goes before the phone that was begun too.
    { address: { city: 'Amsterdam' }, phone: { country_code: 'NL' } },
    { address: { ...address, country_code: 'NLD' }, email },
    { address: { ...address, city: { name: 'Amsterdam' } }, email },
    { address: ['3rd Avenue'], email },
  ])
    await refused({ customer: { name, ...contact } }, 'invalid_customer_address')
})

test('invalid_amount_total_cents: not the sum of the lines', async () => {
  for (const amount_total_cents of [undefined, null, '', 8999, -9000, 0, 9000.5, '90.00', 'x', [9000], true])
    await refused({ amount_total_cents }, 'invalid_amount_total_cents')
  await refused({ invoice_lines: [line, line] }, 'invalid_amount_total_cents')
})

test('invalid_invoice_lines: none, or one that is no line', async () => {
  for (const invoice_lines of [
    undefined,
    null,
    [],
    {},
    'x',
    ['x'],
    [null],
    [[]],
    [{ description: 'x' }],
    [{ ...line, amount_cents: 1.5 }],
    [{ ...line, amount_cents: 'ten' }],
    [{ ...line, amount_cents: 100_000_000_001 }],
    [{ ...line, date: '2014-04-31' }],
    [{ ...line, date: 'yesterday' }],
    [{ ...line, description: 'x'.repeat(1001) }],
    [{ ...line, invoice_line_id: ['a'] }],
    Array.from({ length: 1001 }, () => line),
  ])
    await refused({ invoice_lines }, 'invalid_invoice_lines')
})

test('invalid_locale: one that is none of the five', async () => {
  for (const locale of ['es', 'english', 'nl-NL']) await refused({ locale }, 'invalid_locale')
  for (const locale of ['de', 'en', 'fr', 'it', 'nl'])
    assert.equal((await post({ ...good(), locale })).json().locale, locale)
})

test('duplicate_invoice_line_id: used within the request, or before, by whichever import', async () => {
  const withIds = (...ids: string[]) => ({
    invoice_lines: ids.map((invoice_line_id) => ({ ...line, amount_cents: 3000, invoice_line_id })),
    amount_total_cents: 3000 * ids.length,
  })
  await refused(withIds('a', 'a'), 'duplicate_invoice_line_id')
  assert.equal(await invoices(), 0)
  const made = (await post({ ...good(), ...withIds('a', 'b') })).json()
  assert.deepEqual(
    made.invoice_lines.map((each: { invoice_line_id: string }) => each.invoice_line_id),
    ['a', 'b'],
  )
  await refused(withIds('c', 'b'), 'duplicate_invoice_line_id')
  await refused({ ...withIds('a'), import_id: await anOpenImport(tenant) }, 'duplicate_invoice_line_id')
  assert.equal(await invoices(), 1)
  // What was refused left nothing behind: its other id is free.
  assert.equal((await post({ ...good(), ...withIds('c') })).statusCode, 200)
  // Another company chooses its own ids.
  const other = await running.tenant()
  const theirs = await running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: other.apiKey },
    payload: { ...good(), ...withIds('a'), import_id: await anOpenImport(other) },
  })
  assert.equal(theirs.statusCode, 200, theirs.body)
})

test('invalid_content_type: the header is missing or says something else', async () => {
  const body = JSON.stringify(good())
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
    const response = await post(body, { 'content-type': type })
    assert.deepEqual([response.statusCode, response.json()], [422, { error: 'invalid_content_type' }], type)
  }
  const without = await running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: tenant.apiKey },
    payload: Buffer.from(body),
  })
  assert.deepEqual([without.statusCode, without.json()], [422, { error: 'invalid_content_type' }])
  for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.club+json'])
    assert.equal((await post(body, { 'content-type': type })).statusCode, 200, type)
})

test('import_already_transmitted: nothing is added to it, and a wrong parameter goes before', async () => {
  // Invoices of /v1 stand in an import that was transmitted as it was made.
  const { v2 } = await anInvoice(tenant)
  const { import_id } = (
    await running.app.inject({ url: `/api/v2/invoices/${v2}`, headers: { authorization: tenant.apiKey } })
  ).json()
  await refused({ import_id }, 'import_already_transmitted')
  await refused({ import_id, external_invoice_number: '' }, 'invalid_external_invoice_number')
  await refused({ import_id, customer: { name } }, 'invalid_customer_email')
  assert.equal(await invoices(), 1)
})

test('a refused invoice leaves no customer behind', async () => {
  const member = { member_external_id: 'M-1' }
  const withId = { ...member, invoice_lines: [{ ...line, invoice_line_id: 'a' }] }
  await post({ ...good(), invoice_lines: withId.invoice_lines })
  await refused(withId, 'duplicate_invoice_line_id')
  const rows = await running.database.sql`
    select id from customers where company_id = ${tenant.company.companyId} and external_id is not null`
  assert.equal(rows.length, 0)
})

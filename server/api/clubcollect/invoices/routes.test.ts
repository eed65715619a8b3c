import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, anOpenImport, aTicket } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { decodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

/** The sample of the documentation. */
const sample = {
  external_invoice_number: '2014-342-545',
  reference: 'ba6fe77',
  locale: 'en',
  customer: {
    name: { prefix: 'Mr', first_name: 'Joe', infix: 'van der', last_name: 'Doe', organization: 'TheClub' },
    address: {
      address1: '3rd Avenue',
      address2: '',
      locality: '',
      house_number: '1500',
      state: '',
      zipcode: '10010',
      city: 'Amsterdam',
      country_code: 'NL',
    },
    email: { email_address: 'joe@example.com' },
    phone: { phone_number: '562-756-2233', country_code: 'NL' },
  },
  invoice_lines: [
    { amount_cents: 10000, description: 'Membership fee', date: '2014-05-16T08:57:02+00:00' },
    { amount_cents: -1000, description: 'Deduction', date: '2014-05-16T08:57:02+00:00' },
  ],
  amount_total_cents: 9000,
}

const post = (tenant: Tenant, payload: object | string, headers: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: '/api/v2/invoices',
    headers: { authorization: tenant.apiKey, ...headers },
    payload,
  })
const get = (tenant: Tenant, id: string) =>
  running.app.inject({ url: `/api/v2/invoices/${id}`, headers: { authorization: tenant.apiKey } })
const lines = (...amounts: number[]) =>
  amounts.map((amount_cents) => ({ amount_cents, description: 'Membership fee' }))

refusalSuite(() => running, {
  name: 'show-invoice',
  api: 'v2',
  permission: 'invoices:read',
  request: async (tenant) => ({ method: 'GET', url: `/api/v2/invoices/${(await anInvoice(tenant)).v2}` }),
  missing: async ({ companyId }) => ({
    method: 'GET',
    url: `/api/v2/invoices/${'0'.repeat(32)}${companyId.slice(32)}`,
  }),
})
refusalSuite(() => running, {
  name: 'create-invoice',
  api: 'v2',
  permission: 'invoices:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/api/v2/invoices',
    payload: { import_id: await anOpenImport(tenant), ...sample },
  }),
})

test('the documented invoice is made field by field, and shown the same', async () => {
  const tenant = await running.tenant()
  const import_id = await anOpenImport(tenant)
  const response = await post(tenant, { import_id, ...sample })
  assert.equal(response.statusCode, 200, response.body)
  const { invoice_id, invoice_number, invoice_lines, ...rest } = response.json()
  assert.match(invoice_id, /^[0-9a-f]{40}$/)
  assert.match(invoice_number, /^\d{6,}$/)
  const { name, address, email, phone } = sample.customer
  assert.deepEqual(rest, {
    import_id,
    external_invoice_number: '2014-342-545',
    reference: 'ba6fe77',
    direct_debit_iban: '',
    federation_membership_number: '',
    club_membership_number: '',
    member_external_id: '',
    external_membership_number: '',
    locale: 'en',
    customer: { name, address: { ...address, house_number_extension: '' }, email, phone },
    amount_total_cents: 9000,
    messages: [],
    tickets: [],
    retracted_at: null,
    retraction_reason: null,
    show_retraction_reason_to_customer: false,
  })
  const ids = invoice_lines.map((line: { invoice_line_id: string }) => line.invoice_line_id)
  for (const id of ids) assert.match(id, /^[0-9a-f]{40}$/)
  assert.deepEqual(
    invoice_lines,
    sample.invoice_lines.map((line, i) => ({
      invoice_line_id: ids[i],
      type: 'INVOICE-LINE',
      ...line,
      date: '2014-05-16T08:57:02Z',
    })),
  )
  assert.notEqual(ids[0], ids[1])
  assert.deepEqual((await get(tenant, invoice_id)).json(), response.json())
})

test('everything that may be given is kept', async () => {
  const tenant = await running.tenant()
  const given = {
    reference: 'ref',
    locale: 'de',
    direct_debit_iban: 'NL91ABNA0417164300',
    federation_membership_number: '4729293',
    club_membership_number: '1842',
    member_external_id: 'M-1842',
    external_membership_number: '1842-1',
  }
  const { name, address, email, phone } = sample.customer
  const customer = { name, address: { ...address, house_number_extension: 'bis' }, email, phone }
  const made = (
    await post(tenant, { import_id: await anOpenImport(tenant), ...sample, ...given, customer })
  ).json()
  const shown = (await get(tenant, made.invoice_id)).json()
  assert.deepEqual(Object.fromEntries(Object.keys(given).map((key) => [key, shown[key]])), given)
  assert.deepEqual(shown.customer, customer)
  assert.deepEqual(shown, made)
})

test('an IBAN that is none is left out without an error; spaces and small letters are not held against one', async () => {
  const tenant = await running.tenant()
  const import_id = await anOpenImport(tenant)
  for (const [direct_debit_iban, kept] of [
    ['nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    ['GB82-WEST-1234-5698-7654-32', 'GB82WEST12345698765432'],
    // One digit off: the remainder by 97 is wrong.
    ['NL91ABNA0417164301', ''],
    ['NL91ABNA041716430', ''],
    ['none', ''],
    ['', ''],
    [null, ''],
  ] as const) {
    const response = await post(tenant, { import_id, ...sample, direct_debit_iban })
    assert.equal(response.statusCode, 200, String(direct_debit_iban))
    assert.equal(response.json().direct_debit_iban, kept, String(direct_debit_iban))
  }
})

test('a total may be zero or negative, and lines may have a date or get the present', async () => {
  const tenant = await running.tenant()
  const import_id = await anOpenImport(tenant)
  for (const amounts of [[0], [5000, -5000], [-2500], [1, 2, -10]]) {
    const amount_total_cents = amounts.reduce((sum, cents) => sum + cents)
    const response = await post(tenant, {
      import_id,
      ...sample,
      invoice_lines: lines(...amounts),
      amount_total_cents,
    })
    assert.equal(response.statusCode, 200, response.body)
    assert.equal(response.json().amount_total_cents, amount_total_cents)
    assert.match(response.json().invoice_lines[0].date, /^2026-11-21T10:\d\d:\d\dZ$/)
  }
  const dated = await post(tenant, {
    import_id,
    ...sample,
    invoice_lines: [{ ...lines(1)[0], date: '2026-07-01' }],
    amount_total_cents: 1,
  })
  assert.equal(dated.json().invoice_lines[0].date, '2026-06-30T22:00:00Z')
})

test('input is taken the way clients send it', async () => {
  const tenant = await running.tenant()
  const { name } = sample.customer
  const response = await post(tenant, {
    import_id: await anOpenImport(tenant),
    external_invoice_number: 2014,
    reference: null,
    locale: 'EN',
    unknown: [1],
    customer: {
      name: { ...name, prefix: null, last_name: ' Doe ' },
      address: { house_number: 1500, country_code: 'nl' },
      phone: null,
      email: { email_address: ' joe@example.com ' },
    },
    invoice_lines: [{ amount_cents: '10000', description: null, invoice_line_id: '' }],
    amount_total_cents: '10000',
  })
  assert.equal(response.statusCode, 200, response.body)
  const made = response.json()
  assert.deepEqual(
    [made.external_invoice_number, made.reference, made.locale, made.amount_total_cents],
    ['2014', '', 'en', 10000],
  )
  assert.deepEqual(made.customer.name, { ...name, prefix: '' })
  assert.deepEqual([made.customer.address.house_number, made.customer.address.country_code], ['1500', 'NL'])
  assert.equal(made.customer.email.email_address, 'joe@example.com')
  assert.equal(made.invoice_lines[0].description, '')
})

test('the same member is one customer, others are their own', async () => {
  const tenant = await running.tenant()
  const import_id = await anOpenImport(tenant)
  const customerOf = async (member_external_id: string) => {
    const made = (await post(tenant, { import_id, ...sample, member_external_id })).json()
    const [row] = await running.database.sql<[{ customer: string }]>`
      select customer_id as customer from invoices
       where company_id = ${tenant.company.companyId} and id = ${decodeId(made.invoice_id)!.id}`
    return row.customer
  }
  const first = await customerOf('M-1')
  assert.equal(await customerOf('M-1'), first)
  const others = [await customerOf('M-2'), await customerOf(''), await customerOf('')]
  assert.equal(new Set([first, ...others]).size, 4)
})

test('an invoice shows what was said about it and what was paid', async () => {
  const tenant = await running.tenant()
  const { v1, v2 } = await aTicket(tenant, 'answered')
  await running.app.inject({
    method: 'PATCH',
    url: `/v1/customer-invoices/${v1}`,
    headers: { authorization: tenant.bearer },
    payload: { paidAt: '2026-11-20 14:00:00' },
  })
  const shown = (await get(tenant, v2)).json()
  assert.deepEqual(
    shown.tickets.map((ticket: { sender: string; message: string }) => [ticket.sender, ticket.message]),
    [
      ['CUSTOMER', 'I do not want to pay'],
      ['COMPANY', 'Please pay before the 30th'],
    ],
  )
  const payment = shown.invoice_lines.at(-1)
  assert.match(payment.invoice_line_id, /^[0-9a-f]{40}$/)
  assert.deepEqual(payment, {
    invoice_line_id: payment.invoice_line_id,
    type: 'PAYMENT',
    amount_cents: -9000,
    description: null,
    date: '2026-11-20T13:00:00Z',
    payment_method: 'external',
  })
  assert.equal(shown.amount_total_cents, 0)
})

test('an id that is none is 404 invalid_invoice_id', async () => {
  const tenant = await running.tenant()
  const { v1, v2 } = await anInvoice(tenant)
  for (const id of ['x', v1, v2.toUpperCase(), `${v2}0`, v2.slice(1), tenant.companyId, 'f'.repeat(40)]) {
    const response = await get(tenant, id)
    assert.deepEqual([response.statusCode, response.json()], [404, { error: 'invalid_invoice_id' }], id)
  }
})

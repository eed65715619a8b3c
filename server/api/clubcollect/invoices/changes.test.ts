import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aDraft, anInvoice, anOpenImport } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = '0'.repeat(40)

const call = (
  { apiKey }: Tenant,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  payload?: object | string,
  headers: Record<string, string> = {},
) =>
  running.app.inject({
    method,
    url: `/api/v2/invoices/${path}`,
    headers: { authorization: apiKey, ...headers },
    ...(payload === undefined ? {} : { payload }),
  })

const retraction = {
  external_invoice_number: 'C-2014-1',
  description: 'Cash payment',
  retraction_reason: 'Paid by cash',
  show_retraction_reason_to_customer: true,
}
const credit = (cents: number) => ({
  external_invoice_number: 'C-1',
  invoice_lines: [{ amount_cents: cents, description: 'Credit membership fee' }],
  amount_total_cents: cents,
})
const change = { external_invoice_number: '2014-1', customer: { name: { last_name: 'Doe' } } }

async function draft(tenant: Tenant): Promise<string> {
  const batch = decodeId(await anOpenImport(tenant))!.id
  return encodeId(tenant.company.companyId, (await aDraft(tenant, batch)).id)
}

for (const [name, method, path, payload] of [
  ['update-invoice', 'PUT', '', change],
  ['credit-and-retract-invoice', 'POST', '/credit_and_retract', retraction],
  ['credit-invoice', 'POST', '/credit', credit(-100)],
] as const)
  refusalSuite(() => running, {
    name,
    api: 'v2',
    permission: 'invoices:write',
    request: async (tenant) => ({
      method,
      url: `/api/v2/invoices/${(await anInvoice(tenant)).v2}${path}`,
      payload,
    }),
    missing: async () => ({ method, url: `/api/v2/invoices/${NONE}${path}`, payload }),
  })
refusalSuite(() => running, {
  name: 'delete-invoice',
  api: 'v2',
  permission: 'invoices:write',
  request: async (tenant) => ({ method: 'DELETE', url: `/api/v2/invoices/${await draft(tenant)}` }),
  missing: async () => ({ method: 'DELETE', url: `/api/v2/invoices/${NONE}` }),
})
refusalSuite(() => running, {
  name: 'list-invoice-lines',
  api: 'v2',
  permission: 'invoices:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/api/v2/invoices/${(await anInvoice(tenant)).v2}/lines`,
  }),
  missing: async () => ({ method: 'GET', url: `/api/v2/invoices/${NONE}/lines` }),
})

test('the lines are those of the invoice, with its total', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant)
  const shown = (await call(tenant, 'GET', v2)).json()
  assert.deepEqual((await call(tenant, 'GET', `${v2}/lines`)).json(), {
    import_id: shown.import_id,
    invoice_id: v2,
    invoice_lines: shown.invoice_lines,
    amount_total_cents: 9000,
  })
})

test('a change keeps what is left out, empties what is empty, and never touches lines', async () => {
  const tenant = await running.tenant()
  const id = await draft(tenant)
  const earlier = (await call(tenant, 'GET', id)).json()
  const first = await call(tenant, 'PUT', id, {
    external_invoice_number: '2014-9',
    reference: 'new',
    direct_debit_iban: 'NL91 ABNA 0417 1643 00',
    customer: {
      name: { prefix: 'Mr', last_name: 'Smith' },
      phone: { phone_number: '0612345678', country_code: 'nl' },
    },
    invoice_lines: [],
    amount_total_cents: 1,
  })
  assert.equal(first.statusCode, 200)
  assert.deepEqual(first.json(), {
    ...earlier,
    external_invoice_number: '2014-9',
    reference: 'new',
    direct_debit_iban: 'NL91ABNA0417164300',
    customer: {
      ...earlier.customer,
      name: { ...earlier.customer.name, prefix: 'Mr', last_name: 'Smith' },
      phone: { phone_number: '0612345678', country_code: 'NL' },
    },
  })
  const second = (
    await call(tenant, 'PUT', id, {
      external_invoice_number: '2014-9',
      reference: null,
      direct_debit_iban: 'no IBAN',
      customer: { email: '', name: { infix: '' } },
    })
  ).json()
  assert.deepEqual(
    [
      second.reference,
      second.direct_debit_iban,
      second.customer.email.email_address,
      second.customer.name.infix,
    ],
    ['', '', '', ''],
  )
  assert.equal(second.customer.name.last_name, 'Smith')
  assert.deepEqual((await call(tenant, 'GET', id)).json(), second)
})

test('a change is refused by its field, and changes nothing', async () => {
  const tenant = await running.tenant()
  const id = await draft(tenant)
  const earlier = (await call(tenant, 'GET', id)).json()
  for (const [given, error] of [
    [{ external_invoice_number: '' }, 'invalid_external_invoice_number'],
    [{ external_invoice_number: undefined }, 'invalid_external_invoice_number'],
    [{ customer: { name: { last_name: '' } } }, 'invalid_customer_last_name'],
    [{ customer: { name: null } }, 'invalid_customer_last_name'],
    [{ customer: { email: { email_address: '' } } }, 'invalid_customer_email'],
    [{ customer: { email: null, phone: { country_code: 'NL' } } }, 'invalid_customer_phone'],
    [{ customer: { email: null, address: { city: 'Ede' } } }, 'invalid_customer_address'],
    [{ customer: { email: { email_address: 'nobody' } } }, 'invalid_customer_email'],
    [{ locale: 'es' }, 'invalid_locale'],
  ] as const) {
    const response = await call(tenant, 'PUT', id, { ...change, ...given })
    assert.deepEqual([response.statusCode, response.json()], [422, { error }], JSON.stringify(given))
  }
  const typeless = await call(tenant, 'PUT', id, JSON.stringify(change), { 'content-type': 'text/plain' })
  assert.deepEqual([typeless.statusCode, typeless.json()], [422, { error: 'invalid_content_type' }])
  assert.deepEqual((await call(tenant, 'GET', id)).json(), earlier)
})

test('two corrections at once are both there', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant)
  const base = { external_invoice_number: '1' }
  await Promise.all([
    call(tenant, 'PUT', v2, { ...base, reference: 'r' }),
    call(tenant, 'PUT', v2, { ...base, club_membership_number: 'c' }),
    call(tenant, 'PUT', v2, { ...base, customer: { name: { first_name: 'Ann' } } }),
  ])
  const now = (await call(tenant, 'GET', v2)).json()
  assert.deepEqual(
    [now.reference, now.club_membership_number, now.customer.name.first_name],
    ['r', 'c', 'Ann'],
  )
})

test('credited and retracted, nothing is outstanding and nothing more is done to it', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant, 5500)
  const response = await call(tenant, 'POST', `${v2}/credit_and_retract`, retraction)
  assert.equal(response.statusCode, 200)
  const invoice = response.json()
  assert.equal(invoice.amount_total_cents, 0)
  assert.equal(invoice.external_invoice_number === 'C-2014-1', false, 'the invoice keeps its own number')
  assert.match(invoice.retracted_at, /Z$/)
  assert.equal(invoice.retraction_reason, 'Paid by cash')
  assert.equal(invoice.show_retraction_reason_to_customer, true)
  const { type, amount_cents, description } = invoice.invoice_lines.at(-1)
  assert.deepEqual([type, amount_cents, description], ['CREDIT-LINE', -5500, 'Cash payment'])
  assert.deepEqual((await call(tenant, 'GET', v2)).json(), invoice)
  const again = [422, { error: 'already_retracted' }]
  for (const [method, path, payload] of [
    ['POST', '/credit_and_retract', retraction],
    ['POST', '/credit', credit(-1)],
    ['PUT', '', change],
  ] as const) {
    const refused = await call(tenant, method, v2 + path, payload)
    assert.deepEqual([refused.statusCode, refused.json()], again, path)
  }
})

test('a paid invoice is retracted without a credit; the rendered spelling answers too', async () => {
  const tenant = await running.tenant()
  const { v2, invoice } = await anInvoice(tenant)
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
  const { description, external_invoice_number } = retraction
  const done = await call(tenant, 'POST', `${v2}/credit:and:retract`, {
    description,
    external_invoice_number,
  })
  assert.equal(done.statusCode, 200)
  assert.deepEqual(
    [done.json().amount_total_cents, done.json().invoice_lines.length, done.json().retraction_reason],
    [0, 2, null],
  )
})

test('a retraction without a number or a description is refused', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant)
  for (const [given, error] of [
    [{ external_invoice_number: '' }, 'invalid_external_invoice_number'],
    [{ description: ' ' }, 'invalid_description'],
    [{ description: undefined }, 'invalid_description'],
    [{ show_retraction_reason_to_customer: 'perhaps' }, 'invalid_show_retraction_reason_to_customer'],
  ] as const) {
    const response = await call(tenant, 'POST', `${v2}/credit_and_retract`, { ...retraction, ...given })
    assert.deepEqual([response.statusCode, response.json()], [422, { error }], JSON.stringify(given))
  }
  assert.equal((await call(tenant, 'GET', v2)).json().retracted_at, null)
})

test('a credit lowers what is outstanding, by the rules of 2020', async () => {
  const tenant = await running.tenant()
  const { v2 } = await anInvoice(tenant, 9000)
  const first = await call(tenant, 'POST', `${v2}/credit`, {
    external_invoice_number: 'C-1',
    invoice_lines: [
      { amount_cents: -10000, description: 'Credit membership fee' },
      { amount_cents: 2000, description: 'Reduced fee' },
    ],
    amount_total_cents: -8000,
  })
  assert.equal(first.statusCode, 200)
  assert.equal(first.json().amount_total_cents, 1000)
  assert.deepEqual(
    first.json().invoice_lines.map(({ type }: { type: string }) => type),
    ['INVOICE-LINE', 'CREDIT-LINE', 'INVOICE-LINE'],
  )
  for (const [payload, error] of [
    [credit(-1001), 'invalid_credit_amount'],
    [credit(1), 'invalid_credit_amount'],
    [credit(0), 'invalid_credit_amount'],
    [{ ...credit(-1), amount_total_cents: 0 }, 'invalid_amount_total_cents'],
    [{ ...credit(-1), invoice_lines: [] }, 'invalid_invoice_lines'],
    [{ ...credit(-1), external_invoice_number: null }, 'invalid_external_invoice_number'],
  ] as const) {
    const response = await call(tenant, 'POST', `${v2}/credit`, payload)
    assert.deepEqual([response.statusCode, response.json()], [422, { error }], JSON.stringify(payload))
  }
  assert.equal((await call(tenant, 'POST', `${v2}/credit`, credit(-1000))).json().amount_total_cents, 0)
})

test('whatever is credited at once, what is outstanding is the sum of the lines and not below zero', async () => {
  const tenant = await running.tenant()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 2, maxLength: 8 }),
      async (cents) => {
        const { v2 } = await anInvoice(tenant, 9000)
        const answers = await Promise.all([
          ...cents.map((n) => call(tenant, 'POST', `${v2}/credit`, credit(-n))),
          call(tenant, 'POST', `${v2}/credit_and_retract`, retraction),
        ])
        for (const { statusCode } of answers) assert.ok([200, 422].includes(statusCode))
        const { amount_total_cents, invoice_lines, retracted_at } = (await call(tenant, 'GET', v2)).json()
        assert.equal(amount_total_cents, 0)
        assert.notEqual(retracted_at, null)
        const sum = invoice_lines.reduce(
          (total: number, line: { amount_cents: number }) => total + line.amount_cents,
          0,
        )
        assert.equal(sum, 0)
      },
    ),
    { numRuns: 15 },
  )
})

test('a draft is deleted with all that is on it', async () => {
  const tenant = await running.tenant()
  const id = await draft(tenant)
  assert.equal((await call(tenant, 'DELETE', id)).statusCode, 204)
  const gone = await call(tenant, 'GET', id)
  assert.deepEqual([gone.statusCode, gone.json()], [404, { error: 'invalid_invoice_id' }])
})

test('a draft that was paid is kept, and so is its import', async () => {
  const tenant = await running.tenant()
  const batch = await anOpenImport(tenant)
  const made = await aDraft(tenant, decodeId(batch)!.id)
  await markInvoicePaid(tenant.ctx(), made.id, new Date())
  const refused = [422, { error: 'invoice_has_payments' }]
  const one = await call(tenant, 'DELETE', encodeId(tenant.company.companyId, made.id))
  assert.deepEqual([one.statusCode, one.json()], refused)
  const all = await running.app.inject({
    method: 'DELETE',
    url: `/api/v2/imports/${batch}`,
    headers: { authorization: tenant.apiKey },
  })
  assert.deepEqual([all.statusCode, all.json()], refused)
})

test('a draft that is paid and deleted at once is either', async () => {
  const tenant = await running.tenant()
  for (let round = 0; round < 10; round += 1) {
    const made = await aDraft(tenant, decodeId(await anOpenImport(tenant))!.id)
    const id = encodeId(tenant.company.companyId, made.id)
    const [deleted, paid] = await Promise.all([
      call(tenant, 'DELETE', id),
      markInvoicePaid(tenant.ctx(), made.id, new Date()).then(
        () => true,
        () => false,
      ),
    ])
    assert.equal(deleted.statusCode, paid ? 422 : 204)
    assert.equal((await call(tenant, 'GET', id)).statusCode, paid ? 200 : 404)
  }
})

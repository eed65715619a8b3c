import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice, aTicket } from '../../../../test/support/builders.ts'
import { formOf, partsOf, PDF, pdfPart } from '../../../../test/support/forms.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { markInvoicePaid } from '../../../domain/invoices/mark-invoice-paid.ts'
import { decodeId, encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `/v1/customer-invoices/inv_${'0'.repeat(26)}`
const example = { invoiceNumber: '2014-001', issuedAt: '2024-04-30', amount: '12.95', sendNotification: true }
const formFor = async (tenant: Tenant, more: object = {}) => {
  const customerId = encodeId('customer', (await aCustomer(tenant)).id)
  return formOf([...partsOf({ customerId, ...example, ...more }), pdfPart('pdf')])
}
async function post(tenant: Tenant, more: object = {}, headers: Record<string, string> = {}) {
  const form = await formFor(tenant, more)
  return running.app.inject({
    method: 'POST',
    url: '/v1/customer-invoices',
    payload: form.payload,
    headers: { ...form.headers, authorization: tenant.bearer, ...headers },
  })
}
const call = (tenant: Tenant, method: 'GET' | 'DELETE', url: string) =>
  running.app.inject({ method, url, headers: { authorization: tenant.bearer } })

refusalSuite(() => running, {
  name: 'create-customer-invoice',
  api: 'v1',
  permission: 'invoices:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/customer-invoices',
    ...(await formFor(tenant)),
  }),
})
refusalSuite(() => running, {
  name: 'get-customer-invoice-as-pdf',
  api: 'v1',
  permission: 'invoices:read',
  request: async (tenant) => ({
    method: 'GET',
    url: `/v1/customer-invoices/${(await post(tenant)).json().id}/pdf`,
  }),
  missing: async () => ({ method: 'GET', url: `${NONE}/pdf` }),
})
refusalSuite(() => running, {
  name: 'delete-customer-invoice',
  api: 'v1',
  permission: 'invoices:write',
  request: async (tenant) => ({
    method: 'DELETE',
    url: `/v1/customer-invoices/${(await anInvoice(tenant)).v1}`,
  }),
  missing: async () => ({ method: 'DELETE', url: NONE }),
})

test('the documented invoice is taken over with its PDF, due or paid', async () => {
  const tenant = await running.tenant()
  const response = await post(tenant, { dueAt: '2024-05-30' })
  assert.equal(response.statusCode, 200, response.body)
  const invoice = response.json()
  assert.deepEqual(
    [
      invoice.invoiceNumber,
      invoice.issuedAt,
      invoice.dueAt,
      invoice.amount,
      invoice.currency,
      invoice.paidAt,
    ],
    ['2014-001', '2024-04-30', '2024-05-30', '12.95', 'EUR', null],
  )
  assert.deepEqual((await call(tenant, 'GET', `/v1/customer-invoices/${invoice.id}`)).json(), invoice)
  const cloudfile = (await call(tenant, 'GET', `/v1/customer-invoices/${invoice.id}/pdf`)).json()
  const got = await running.app.inject(cloudfile.link.replace('https://balie.example', ''))
  assert.deepEqual([got.body, got.headers['content-type']], [PDF, 'application/pdf'])

  const paid = (await post(tenant, { paidAt: '2024-05-11 12:59:00' })).json()
  assert.equal(paid.paidAt, '2024-05-11T12:59:00+02:00')
  const [row] = await running.database.sql<[{ outstanding: number; lines: string[] }]>`
    select outstanding_cents as outstanding, (select array_agg(kind order by l.id) from invoice_lines l
             where l.company_id = i.company_id and l.invoice_id = i.id) as lines
      from invoices i where company_id = ${tenant.company.companyId} and id = ${decodeId('invoice', paid.id)!}`
  assert.deepEqual(row, { outstanding: 0, lines: ['charge', 'payment'] })
  const free = (await post(tenant, { amount: '0', paidAt: '2024-05-11' })).json()
  assert.equal(free.amount, '0.00')
})

const refused: [object, string][] = [
  [{ issuedAt: '2024-04-31' }, 'issuedAt must be a date that exists; 2024-04-31 does not.'],
  [{ paidAt: '2024-04-31' }, 'paidAt must be a date and time that exist, as YYYY-mm-dd H:i:s or YYYY-mm-dd.'],
  [{ amount: '-1' }, 'amount must not be negative.'],
  [{ amount: '1,50' }, 'amount must be an amount in euros with at most two decimals, such as 12.95.'],
  [{ customerId: `cst_${'0'.repeat(26)}` }, 'customerId must be the ID of an existing customer.'],
  [{ invoiceNumber: '' }, 'invoiceNumber is required.'],
]
for (const [more, message] of refused)
  test(`${JSON.stringify(more)} is refused, and nothing is left of it`, async () => {
    const tenant = await running.tenant()
    const response = await post(tenant, more)
    assert.deepEqual([response.statusCode, response.json()], [422, { message }])
    const [row] = await running.database.sql<[{ n: number }]>`
      select (select count(*) from documents where company_id = ${tenant.company.companyId})
           + (select count(*) from document_uploads where company_id = ${tenant.company.companyId})
           + (select count(*) from invoices where company_id = ${tenant.company.companyId}) as n`
    assert.equal(row.n, 0)
  })

test('the same invoice with the same Idempotency-Key is there once, with one PDF', async () => {
  const tenant = await running.tenant()
  const form = await formFor(tenant, { paidAt: '2024-05-11' })
  const send = () =>
    running.app.inject({
      method: 'POST',
      url: '/v1/customer-invoices',
      payload: form.payload,
      headers: { ...form.headers, authorization: tenant.bearer, 'idempotency-key': 'a' },
    })
  const first = await send()
  assert.equal(first.statusCode, 200, first.body)
  assert.equal((await send()).body, first.body)
  const [row] = await running.database.sql<[{ documents: number; invoices: number; left: number }]>`
    select (select count(*) from documents where company_id = ${tenant.company.companyId}) as documents,
           (select count(*) from invoices where company_id = ${tenant.company.companyId}) as invoices,
           (select count(*) from document_uploads where company_id = ${tenant.company.companyId}) as left`
  assert.deepEqual(row, { documents: 1, invoices: 1, left: 0 })
})

test('an invoice without an uploaded document has one that is rendered', async () => {
  const tenant = await running.tenant()
  const { v1 } = await anInvoice(tenant)
  const response = await call(tenant, 'GET', `/v1/customer-invoices/${v1}/pdf`)
  assert.match(response.json().link, /\/api\/portal\/invoice-pdfs\//)
})

test('an invoice that nothing was paid on is deleted with its PDF; its event tells all of it', async () => {
  const tenant = await running.tenant()
  const invoice = (await post(tenant)).json()
  assert.deepEqual((await call(tenant, 'DELETE', `/v1/customer-invoices/${invoice.id}`)).json(), invoice)
  assert.equal((await call(tenant, 'GET', `/v1/customer-invoices/${invoice.id}`)).statusCode, 404)
  assert.equal((await call(tenant, 'DELETE', `/v1/customer-invoices/${invoice.id}`)).statusCode, 404)
  const [event] = await running.database.sql<
    [{ before: Record<string, unknown>; after: unknown; left: number }]
  >`
    select before, after, (select count(*) from documents where company_id = ${tenant.company.companyId}) as left
      from events where company_id = ${tenant.company.companyId} and type = 'invoice.deleted'`
  assert.deepEqual([event.after, event.left], [null, 0])
  assert.deepEqual(Object.keys(event.before).sort(), [
    'amountCents',
    'createdAt',
    'currency',
    'customerId',
    'dueOn',
    'externalNumber',
    'id',
    'issuedOn',
    'linkToken',
    'outstandingCents',
    'paidAt',
  ])
  assert.deepEqual([event.before['externalNumber'], event.before['amountCents']], ['2014-001', 1295])
})

test('an invoice that was paid stays, and a conversation survives its invoice', async () => {
  const tenant = await running.tenant()
  const { invoice, v1 } = await anInvoice(tenant)
  await markInvoicePaid(tenant.ctx(), invoice.id, new Date())
  const refusal = await call(tenant, 'DELETE', `/v1/customer-invoices/${v1}`)
  assert.deepEqual(
    [refusal.statusCode, refusal.json()],
    [422, { message: 'The invoice has payments and must be kept.' }],
  )
  const asked = await aTicket(tenant)
  const shown = (await call(tenant, 'GET', `/v1/tickets/${asked.ticket}`)).json()
  assert.equal((await call(tenant, 'DELETE', `/v1/customer-invoices/${asked.v1}`)).statusCode, 200)
  assert.deepEqual((await call(tenant, 'GET', `/v1/tickets/${asked.ticket}`)).json(), shown)
})

test('deleting and paying at once: one of them wins, and the ledger knows which', async () => {
  const tenant = await running.tenant()
  for (let i = 0; i < 10; i++) {
    const { invoice, v1 } = await anInvoice(tenant)
    const [deleted, paid] = await Promise.all([
      call(tenant, 'DELETE', `/v1/customer-invoices/${v1}`),
      markInvoicePaid(tenant.ctx(), invoice.id, new Date()).then(
        () => true,
        () => false,
      ),
    ])
    assert.equal(deleted.statusCode === 200, !paid)
    const lines = await running.database.sql`
      select 1 from invoice_lines where company_id = ${tenant.company.companyId} and invoice_id = ${invoice.id}`
    assert.equal(lines.length, paid ? 2 : 0)
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer, anInvoice } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const NONE = `/v1/customer-invoices/inv_${'0'.repeat(26)}`
const pathOf = async (tenant: Tenant) => `/v1/customer-invoices/${(await anInvoice(tenant)).v1}`
const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const manual = async (tenant: Tenant) => ({
  customerId: encodeId('customer', (await aCustomer(tenant)).id),
  invoiceNumber: '2015-001',
  issuedAt: '2025-04-14',
  lines: [{ description: 'Website template', amountExclVat: '12.95', vatRate: 21 }],
  sendNotification: true,
})
const create = (tenant: Tenant, payload: object) =>
  call(tenant, 'POST', '/v1/customer-invoices/manual', payload)

refusalSuite(() => running, {
  name: 'list-customer-invoices',
  api: 'v1',
  permission: 'invoices:read',
  request: async () => ({ method: 'GET', url: '/v1/customer-invoices' }),
})
refusalSuite(() => running, {
  name: 'get-customer-invoice',
  api: 'v1',
  permission: 'invoices:read',
  request: async (tenant) => ({ method: 'GET', url: await pathOf(tenant) }),
  missing: async () => ({ method: 'GET', url: NONE }),
})
refusalSuite(() => running, {
  name: 'mark-customer-invoice-paid',
  api: 'v1',
  permission: 'invoices:write',
  request: async (tenant) => ({
    method: 'PATCH',
    url: await pathOf(tenant),
    payload: { paidAt: '2026-11-20' },
  }),
  missing: async () => ({ method: 'PATCH', url: NONE, payload: { paidAt: '2026-11-20' } }),
})
refusalSuite(() => running, {
  name: 'create-customer-invoice-manual',
  api: 'v1',
  permission: 'invoices:write',
  request: async (tenant) => ({
    method: 'POST',
    url: '/v1/customer-invoices/manual',
    payload: await manual(tenant),
  }),
})

test('the documented example makes an invoice with VAT, and it is read back the same', async () => {
  const tenant = await running.tenant()
  const payload = await manual(tenant)
  const response = await create(tenant, payload)
  assert.equal(response.statusCode, 200)
  const { id, createdAt, links, ...rest } = response.json()
  assert.match(id, /^inv_[0-9a-z]{26}$/)
  assert.match(createdAt, /^2026-11-21T\d\d:\d\d:\d\d\+01:00$/)
  assert.deepEqual(rest, {
    customerId: payload.customerId,
    invoiceNumber: '2015-001',
    issuedAt: '2025-04-14',
    dueAt: null,
    currency: 'EUR',
    amount: '15.67',
    paidAt: null,
  })
  assert.deepEqual(links.customer, {
    href: `https://balie.example/v1/customers/${payload.customerId}`,
    type: 'application/json',
  })
  assert.ok(links.onlinePaymentLink.href.startsWith(`https://balie.example/public-invoice/${id}/pay/`))
  assert.equal(links.onlinePaymentLink.type, 'text/html')
  assert.deepEqual((await call(tenant, 'GET', `/v1/customer-invoices/${id}`)).json(), response.json())
  assert.deepEqual((await call(tenant, 'GET', '/v1/customer-invoices')).json().data, [response.json()])
})

test('input is taken the way clients send it', async () => {
  const tenant = await running.tenant()
  const response = await create(tenant, {
    ...(await manual(tenant)),
    dueAt: '',
    sendNotification: 'true',
    unknown: { a: 1 },
    lines: [
      { description: ' Hosting ', amountExclVat: 100, vatRate: '21' },
      { description: 'Discount', amountExclVat: '-10.5', vatRate: 21 },
    ],
  })
  assert.equal(response.json().amount, '108.30')
})

test('what is wrong with a new invoice is said by name', async () => {
  const tenant = await running.tenant()
  const good = await manual(tenant)
  const line = good.lines[0]!
  const foreign = (await manual(await running.tenant())).customerId
  for (const [change, field] of [
    [{ customerId: undefined }, 'customerId'],
    [{ customerId: foreign }, 'customerId'],
    [{ customerId: 'inv_1' }, 'customerId'],
    [{ invoiceNumber: '' }, 'invoiceNumber'],
    [{ issuedAt: '2024-04-31' }, 'issuedAt'],
    [{ issuedAt: '14-04-2025' }, 'issuedAt'],
    [{ dueAt: '2024-02-30' }, 'dueAt'],
    [{ lines: [] }, 'lines'],
    [{ lines: 'x' }, 'lines'],
    [{ lines: [{ ...line, amountExclVat: '12.955' }] }, 'lines[0].amountExclVat'],
    [{ lines: [{ ...line, amountExclVat: '1e3' }] }, 'lines[0].amountExclVat'],
    [{ lines: [{ ...line, amountExclVat: '99999999999' }] }, 'lines[0].amountExclVat'],
    [{ lines: [{ ...line, amountExclVat: '-12.95' }] }, 'lines'],
    [{ lines: [{ ...line, vatRate: 6 }] }, 'lines[0].vatRate'],
    [{ lines: [{ ...line, description: undefined }] }, 'lines[0].description'],
    [{ lines: [line, { ...line, description: 'a\u0000b' }] }, 'lines[1].description'],
  ] as const) {
    const response = await create(tenant, { ...good, ...change })
    assert.equal(response.statusCode, 422, JSON.stringify(change))
    assert.ok(response.json().message.startsWith(`${field} `), response.json().message)
  }
  assert.match((await create(tenant, { ...good, issuedAt: '2024-04-31' })).json().message, /2024-04-31/)
  assert.deepEqual((await call(tenant, 'GET', '/v1/customer-invoices')).json().data, [])
})

test('an invoice is paid at the moment that is said, in the company’s time, by one line', async () => {
  const tenant = await running.tenant()
  const { v1, v2 } = await anInvoice(tenant)
  const response = await call(tenant, 'PATCH', `/v1/customer-invoices/${v1}`, {
    paidAt: '2024-04-30 14:00:00',
  })
  assert.equal(response.statusCode, 200)
  assert.equal(response.json().paidAt, '2024-04-30T14:00:00+02:00')
  assert.deepEqual((await call(tenant, 'GET', `/v1/customer-invoices/${v1}`)).json(), response.json())
  const lines = (
    await running.app.inject({ url: `/api/v2/invoices/${v2}`, headers: { authorization: tenant.apiKey } })
  ).json()
  assert.equal(lines.amount_total_cents, 0)
  const payment = lines.invoice_lines.at(-1)
  assert.deepEqual(
    [payment.type, payment.payment_method, payment.amount_cents, payment.date],
    ['PAYMENT', 'external', -9000, '2024-04-30T12:00:00Z'],
  )
  const again = await call(tenant, 'PATCH', `/v1/customer-invoices/${v1}`, { paidAt: '2024-05-01' })
  assert.equal(again.statusCode, 422)
})

test('a date alone is the beginning of that day; what is no date is refused and nothing is paid', async () => {
  const tenant = await running.tenant()
  const { v1 } = await anInvoice(tenant)
  for (const paidAt of [
    '2024-04-31 14:00:00',
    '2024-04-30 25:00',
    'yesterday',
    '',
    null,
    5,
    true,
    ['2024-04-30'],
  ]) {
    const response = await call(tenant, 'PATCH', `/v1/customer-invoices/${v1}`, { paidAt })
    assert.equal(response.statusCode, 422, JSON.stringify(paidAt))
    assert.ok(response.json().message.startsWith('paidAt'))
  }
  const paid = await call(tenant, 'PATCH', `/v1/customer-invoices/${v1}`, { paidAt: '2024-05-11' })
  assert.equal(paid.json().paidAt, '2024-05-11T00:00:00+02:00')
})

test('an invoice of nothing is paid as it is made', async () => {
  const tenant = await running.tenant()
  const free = {
    ...(await manual(tenant)),
    lines: [{ description: 'Free', amountExclVat: '0.00', vatRate: 0 }],
  }
  const { amount, paidAt, createdAt, id } = (await create(tenant, free)).json()
  assert.deepEqual([amount, paidAt], ['0.00', createdAt])
  assert.equal((await call(tenant, 'GET', `/v1/customer-invoices/${id}`)).json().paidAt, paidAt)
})

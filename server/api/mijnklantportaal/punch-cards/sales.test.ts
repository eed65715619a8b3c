import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { aCustomer } from '../../../../test/support/builders.ts'
import { refusalSuite } from '../../../../test/support/refusals.ts'
import { getPaymentByToken } from '../../../domain/payments/find-payment.ts'
import { openCheckout } from '../../../domain/payments/open-checkout.ts'
import type { Payment } from '../../../domain/payments/payment.ts'
import type { SandboxOutcome } from '../../../domain/payments/sandbox-bank.ts'
import { syncPayment } from '../../../domain/payments/sync-payment.ts'
import { sandbox } from '../../../providers/sandbox/sandbox.ts'
import { encodeId } from '../ids.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const call = (tenant: Tenant, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/v1${url}`,
    headers: { authorization: tenant.bearer },
    ...(payload ? { payload } : {}),
  })

const aCard = async (tenant: Tenant, sale: object = { forSale: true, price: '229.95', vatRate: 21 }) =>
  (
    await call(tenant, 'POST', '/punch-cards', {
      name: 'Driving lessons',
      punches: 20,
      punchLabel: 'lessons',
      ...sale,
    })
  ).json().id as string

const buyer = async (tenant: Tenant) => ({ customerId: encodeId('customer', (await aCustomer(tenant)).id) })

refusalSuite(() => running, {
  name: 'sell-punch-card',
  api: 'v1',
  permission: 'punchcards:write',
  request: async (tenant) => ({
    method: 'POST',
    url: `/v1/punch-cards/${await aCard(tenant)}/sales`,
    payload: await buyer(tenant),
  }),
  missing: async (tenant) => ({
    method: 'POST',
    url: `/v1/punch-cards/pcd_${'0'.repeat(26)}/sales`,
    payload: await buyer(tenant),
  }),
})

async function decide(tenant: Tenant, payment: Payment, outcome: SandboxOutcome): Promise<void> {
  const { checkoutUrl, providerId } = await openCheckout(tenant.ctx(), running.payments, payment.id)
  const key = providerId?.replace('sbx_', '') ?? checkoutUrl!.split('/').at(-1)!
  const { bank } = sandbox({
    sql: running.database.sql,
    clock: running.clock,
    publicUrl: () => 'https://balie.example',
  })
  await bank.decide(tenant.company.companyId, key, outcome)
}

const sync = (tenant: Tenant, { id }: Payment) => syncPayment(tenant.ctx(), running.payments, id)

async function aSale(tenant: Tenant) {
  const card = await aCard(tenant)
  const sale = (await call(tenant, 'POST', `/punch-cards/${card}/sales`, await buyer(tenant))).json()
  const payment = await getPaymentByToken(tenant.ctx(), sale.checkoutUrl.split('/').at(-1))
  const issued = async () => (await call(tenant, 'GET', `/punch-cards/${card}/issued`)).json().data
  const invoices = async () => (await call(tenant, 'GET', '/customer-invoices')).json().data
  return { card, sale, payment, issued, invoices }
}

test('the payment of a sale issues the card and makes a paid invoice, once, however many hear of it at once', async () => {
  const tenant = await running.tenant()
  const { card, sale, payment, issued, invoices } = await aSale(tenant)
  assert.match(sale.id, /^pcs_/)
  assert.deepEqual([sale.punchCardId, sale.amount, sale.currency], [card, '229.95', 'EUR'])
  assert.deepEqual([await issued(), await invoices()], [[], []])
  await decide(tenant, payment, 'pay')
  await Promise.all(Array.from({ length: 10 }, () => sync(tenant, payment)))
  const [one, ...more] = await issued()
  assert.deepEqual(more, [])
  assert.deepEqual([one.customerId, one.punchesLeft, one.status], [sale.customerId, 20, 'active'])
  const [invoice, ...others] = await invoices()
  assert.deepEqual(others, [])
  assert.match(invoice.invoiceNumber, /^PC-2026-0001$/)
  assert.deepEqual([invoice.amount, invoice.customerId], ['229.95', sale.customerId])
  assert.notEqual(invoice.paidAt, null)
})

test('what is not paid issues nothing', async () => {
  const tenant = await running.tenant()
  for (const outcome of ['fail', 'cancel', 'expire'] as const) {
    const { payment, issued } = await aSale(tenant)
    await decide(tenant, payment, outcome)
    await sync(tenant, payment)
    assert.deepEqual(await issued(), [], outcome)
  }
})

test('a chargeback reopens the invoice; the card stays', async () => {
  const tenant = await running.tenant()
  const { payment, issued, invoices } = await aSale(tenant)
  await decide(tenant, payment, 'pay')
  await sync(tenant, payment)
  await decide(tenant, payment, 'charge_back')
  await sync(tenant, payment)
  assert.equal((await invoices())[0].paidAt, null)
  assert.equal((await issued()).length, 1)
})

test('a card that is not for sale is not sold, nor to somebody else’s customer', async () => {
  const tenant = await running.tenant()
  const off = await aCard(tenant, {})
  const refused = await call(tenant, 'POST', `/punch-cards/${off}/sales`, await buyer(tenant))
  assert.deepEqual(
    [refused.statusCode, refused.json()],
    [422, { message: 'The punch card is not for sale.' }],
  )
  const card = await aCard(tenant)
  const foreign = await call(
    tenant,
    'POST',
    `/punch-cards/${card}/sales`,
    await buyer(await running.tenant()),
  )
  assert.equal(foreign.statusCode, 422)
  assert.match(foreign.json().message, /^customerId /)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice } from '../../../../test/support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../../../../test/support/mollie.ts'
import { callWebhook, connectMollie } from '../../../../test/support/payments.ts'
import {
  aPayableTenant,
  aStart,
  isSigned,
  keyOf,
  payAt,
  redirectOf,
  signedQuery,
  startUrl,
} from '../../../../test/support/signed-payments.ts'
import { grantPartner } from '../../../domain/access/partner.ts'
import { getPayment } from '../../../domain/payments/find-payment.ts'
import { creditInvoice } from '../../../domain/invoices/credit-invoice.ts'
import { decodeId } from '../ids.ts'

let running: TestApp
let mollie: FakeMollie
before(async () => {
  running = await startTestApp()
  mollie = await startFakeMollie(running.clock)
})
after(async () => {
  await mollie.stop()
  await running.close()
})

const get = (url: string) => running.app.inject(url)
const start = (tenant: Tenant, fields: Record<string, string> = {}, method = 'ideal') =>
  get(startUrl(tenant, aStart(tenant, fields), method))

const statusUrl = ({ companyId, apiKey }: Tenant, id: string, key = keyOf({ apiKey })) => {
  const signature = new URLSearchParams(signedQuery(key, { company_id: companyId, id })).get('signature')!
  return `/api/v2/payments/${encodeURIComponent(id)}?company_id=${companyId}&signature=${signature}`
}
const statusOf = async (tenant: Tenant, id: string) => {
  const response = await get(statusUrl(tenant, id))
  assert.equal(response.statusCode, 200, response.body)
  return response.json<Record<string, string>>()
}
const feedUrl = (tenant: Tenant, fields: Record<string, string> = {}) =>
  `/api/v2/payments/notifications?${signedQuery(keyOf(tenant), { company_id: tenant.companyId, ...fields })}`
const feedOf = async (tenant: Tenant, fields = {}) => {
  const response = await get(feedUrl(tenant, fields))
  assert.equal(response.statusCode, 200, response.body)
  return response.json<Record<string, string>[]>()
}

async function refused(url: string, company: string, details: string): Promise<void> {
  const response = await get(url)
  assert.equal(response.statusCode, 422, url)
  assert.deepEqual(response.json(), {
    company_id: company,
    error_code: 'invalid_params',
    error_details: details,
  })
}

test('a payment is shown by its own name and by ours, as documented', async () => {
  const tenant = await aPayableTenant(running)
  for (const own of [{ payment_id: 'mine/äöü 1234'.replace(' ', '-') }, {}] as Record<string, string>[]) {
    const made = await start(tenant, { ...own, external_invoice_number: `N${own['payment_id'] ?? ''}` })
    const location = await payAt(running, String(made.headers.location), 'pay')
    const { query } = redirectOf({ headers: { location } })
    if (own['payment_id']) assert.equal(query['payment_id'], own['payment_id'])
    const { signature: _, ...returned } = query
    const { created_at, updated_at, ...shown } = await statusOf(tenant, query['payment_id']!)
    assert.deepEqual(shown, returned)
    for (const instant of [created_at, updated_at])
      assert.match(instant!, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  }
})

test('a status that is asked for wrongly has its code', async () => {
  const tenant = await aPayableTenant(running)
  await start(tenant, { payment_id: 'payment-0001' })
  const { companyId } = tenant
  await refused(statusUrl(tenant, 'payment-0002'), companyId, 'invalid_payment_id')
  await refused(statusUrl(tenant, '0'.repeat(40)), companyId, 'invalid_payment_id')
  await refused(statusUrl(tenant, 'a\0b'), companyId, 'invalid_payment_id')
  await refused(statusUrl(tenant, 'payment-0001', '0'.repeat(40)), companyId, 'invalid_signature')
  await refused(statusUrl(tenant, 'payment-0001').replace('0001', '0002'), companyId, 'invalid_signature')
  await refused(statusUrl(tenant, 'payment-0001').replace(/signature=.*/, ''), companyId, 'invalid_signature')
  const signed = signedQuery(keyOf(tenant), { company_id: companyId, id: 'payment-0001', page: '1' })
  await refused(`/api/v2/payments/payment-0001?${signed}`, companyId, 'invalid_signature')
  await refused(`/api/v2/payments/payment-0001?${signedQuery(keyOf(tenant), {})}`, '', 'invalid_company_id')
  const other = await aPayableTenant(running)
  await refused(
    statusUrl({ ...tenant, companyId: other.companyId }, 'payment-0001'),
    other.companyId,
    'invalid_signature',
  )
  // Another partner of the company does not see it.
  await grantPartner(tenant.ctx(), other.partnerId)
  await refused(statusUrl({ ...other, companyId }, 'payment-0001'), companyId, 'invalid_payment_id')
  assert.deepEqual(await feedOf({ ...other, companyId }), [])
})

test('the feed has 25 to a page, newest first; the page is part of what is signed', async () => {
  const tenant = await aPayableTenant(running)
  for (let i = 10; i < 37; i++) await start(tenant, { payment_id: `payment-00${i}` })
  const ids = async (fields = {}) => (await feedOf(tenant, fields)).map(({ payment_id }) => payment_id)
  const all = Array.from({ length: 27 }, (_, i) => `payment-00${36 - i}`)
  assert.deepEqual(await ids(), all.slice(0, 25))
  assert.deepEqual(await ids({ page: '1' }), all.slice(0, 25))
  assert.deepEqual(await ids({ page: '' }), all.slice(0, 25))
  assert.deepEqual(await ids({ page: '2' }), all.slice(25))
  for (const page of ['3', '1000000000', '9007199254740993']) assert.deepEqual(await ids({ page }), [])
  for (const page of ['0', '-1', 'x', '1.5']) assert.deepEqual(await ids({ page }), all.slice(0, 25))
  const { companyId } = tenant
  await refused(feedUrl(tenant, { page: '2' }).replace('page=2', 'page=1'), companyId, 'invalid_signature')
  await refused(`${feedUrl(tenant)}&page=1`, companyId, 'invalid_signature')
  await refused(`${feedUrl(tenant, { page: '1' })}&page=2`, companyId, 'invalid_page')
  await refused(`${feedUrl(tenant)}&company_id=${companyId}`, '', 'invalid_company_id')
  const nobody = `${'0'.repeat(32)}00000001`
  await refused(feedUrl({ ...tenant, companyId: nobody }), nobody, 'invalid_company_id')
  await refused(feedUrl({ ...tenant, companyId: '0'.repeat(40) }), '0'.repeat(40), 'invalid_company_id')
})

test('the provider hears what the payer chose; what was cancelled may still be paid', async () => {
  const tenant = await aPayableTenant(running)
  await connectMollie(running, tenant, mollie)
  const made = await start(
    tenant,
    { payment_id: 'payment-0001', email_address: 'j@example.com' },
    'credit_card',
  )
  assert.equal(made.statusCode, 302)
  const { body } = mollie
    .requests()
    .findLast(({ method, path }) => method === 'POST' && path.endsWith('/payments'))!
  assert.equal(body['method'], 'creditcard')
  assert.deepEqual(body['amount'], { currency: 'EUR', value: '10.00' })
  assert.equal((await statusOf(tenant, 'payment-0001'))['payment_result'], 'pending')
  const [{ id }] = await running.database.sql<[{ id: string }]>`
    select id from payments where company_id = ${tenant.company.companyId}`
  const payment = await getPayment(tenant.ctx(), id)
  for (const [does, result] of [
    [() => mollie.become(payment.providerId!, 'canceled'), 'cancelled'],
    [() => mollie.pay(payment.providerId!), 'authorized'],
  ] as const) {
    does()
    await callWebhook(running, payment)
    assert.equal((await statusOf(tenant, 'payment-0001'))['payment_result'], result)
  }
})

for (const [about, fault] of [
  ['refuses', { kind: 'status', status: 422, detail: 'The method is not activated' }],
  ['does not answer', { kind: 'status', status: 503 }],
] as const)
  test(`a provider that ${about}: the payer comes back at once with payment_result=error`, async () => {
    const tenant = await aPayableTenant(running)
    await connectMollie(running, tenant, mollie)
    mollie.misbehave(Array.from({ length: about === 'refuses' ? 1 : 6 }, () => fault))
    const made = await start(tenant, { payment_id: 'payment-0001' }, 'sofort')
    assert.equal(made.statusCode, 302)
    const { query } = redirectOf(made)
    assert.equal(query['payment_result'], 'error')
    assert.ok(isSigned(tenant, query))
    assert.equal((await statusOf(tenant, 'payment-0001'))['payment_result'], 'error')
    mollie.misbehave([])
  })

test('a company that takes no payments online says so, and nothing is written', async () => {
  const strict = await startTestApp({ sandboxBank: undefined })
  try {
    Object.assign(strict.payments, { sandbox: undefined })
    const tenant = await aPayableTenant(strict)
    const { headers } = await strict.app.inject(
      startUrl(tenant, aStart(tenant, { payment_id: 'payment-0001' })),
    )
    assert.equal(redirectOf({ headers }).query['error_details'], 'unavailable')
    const [{ rows }] = await strict.database.sql<[{ rows: number }]>`select count(*) as rows from invoices`
    assert.equal(rows, 0)
  } finally {
    await strict.close()
  }
})

test('an invoice is neither credited nor retracted while a payment of it is under way', async () => {
  const tenant = await aPayableTenant(running)
  const { v2, invoice } = await anInvoice(tenant)
  const headers = { authorization: tenant.apiKey }
  const post = (action: string, payload: object) =>
    running.app.inject({ method: 'POST', url: `/api/v2/invoices/${v2}/${action}`, headers, payload })
  const retract = () => post('credit_and_retract', { external_invoice_number: 'C', description: 'd' })
  const credit = () =>
    post('credit', {
      external_invoice_number: 'C',
      amount_total_cents: -1,
      invoice_lines: [{ amount_cents: -1, description: 'less' }],
    })
  const made = await start(tenant, { invoice_id: v2 })
  for (const answer of [await retract(), await credit()]) {
    assert.equal(answer.statusCode, 422)
    assert.deepEqual(answer.json(), { error: 'payment_in_progress' })
  }
  // Whoever left the bank's page open does not keep the treasurer from it for ever.
  const until = new Date(running.clock.now().getTime() + 16 * 60_000)
  running.clock.set(until.toISOString())
  assert.equal((await credit()).statusCode, 200)
  const again = await start(tenant, { invoice_id: v2 })
  await payAt(running, String(again.headers.location), 'cancel')
  assert.notEqual(made.headers.location, again.headers.location)
  const { companyId } = tenant.company
  const set = (status: string) => running.database.sql`
    update payments set status = ${status}, expires_at = null where company_id = ${companyId} and subject_id = ${invoice.id}`
  for (const status of ['pending', 'authorized']) {
    await set(status)
    await assert.rejects(
      creditInvoice(tenant.ctx(), decodeId(v2)!.id, {
        creditNoteNumber: 'C',
        lines: [{ amountCents: -1, description: 'less' }],
      }),
      /under way/,
    )
  }
  await set('canceled')
  assert.equal((await retract()).statusCode, 200)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestApp, type TestApp, type Tenant } from '../../../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../../../test/support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../../../../test/support/mollie.ts'
import { aTenantWithMollie, callWebhook, ledgerOf } from '../../../../test/support/payments.ts'
import { createPaymentLink } from '../../../domain/payment-links/create-payment-link.ts'
import { getPaymentByToken } from '../../../domain/payments/find-payment.ts'
import { insertPayment } from '../../../domain/payments/insert-payment.ts'
import { locales } from '../../../kernel/context.ts'
import { encodeUuid } from '../../../kernel/base32.ts'
import { paymentWords } from './words.ts'

let running: TestApp
let fake: FakeMollie
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
})
after(async () => {
  await fake.stop()
  await running.close()
})

const OURS = 'https://balie.example'
const pageOf = ({ invoice, v1 }: AnInvoice) => `/public-invoice/${v1}/pay/${invoice.linkToken}`

/** Goes to an address of ours, as a browser does. */
const open = (url: string, language = 'en') =>
  running.app.inject({
    url: url.replace(OURS, ''),
    headers: { accept: 'text/html', 'accept-language': language },
  })
const send = (url: string, fields: Record<string, string> = {}) =>
  running.app.inject({
    method: 'POST',
    url: url.replace(OURS, ''),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  })
const location = ({ headers }: { headers: Record<string, unknown> }) => String(headers['location'])

/** From the button on the invoice to the page that the bank sends the payer back to. */
async function payAtTheSandbox(made: AnInvoice, outcome: string): Promise<string> {
  const pressed = await send(`${pageOf(made)}/payments`)
  assert.equal(pressed.statusCode, 303)
  const bank = location(pressed)
  assert.match(bank, /^https:\/\/balie\.example\/sandbox-bank\/\d+\/[\w-]{24}$/)
  assert.match((await open(bank)).body, /No real money/)
  const decided = await send(bank, { outcome })
  assert.equal(decided.statusCode, 303)
  const back = await open(location(decided))
  assert.equal(back.statusCode, 303)
  assert.ok(location(back).startsWith(`${pageOf(made)}?payment=`))
  return location(back)
}

const outcomes = [
  ['pay', 'paid', 0],
  ['fail', 'failed', 9000],
  ['cancel', 'canceled', 9000],
  ['expire', 'expired', 9000],
] as const

for (const [outcome, status, outstanding] of outcomes)
  test(`an invoice's button leads to the test bank and back, and the page says ${status}`, async () => {
    const tenant = await running.tenant()
    const made = await anInvoice(tenant)
    const back = await payAtTheSandbox(made, outcome)
    const page = await open(back)
    assert.ok(page.body.includes(paymentWords.en.states[status]))
    assert.equal(page.body.includes('http-equiv="refresh"'), false)
    assert.equal(page.body.includes(paymentWords.en.pay), outstanding > 0)
    assert.equal((await ledgerOf(tenant, made)).outstandingCents, outstanding)
  })

test('a chargeback at the test bank reopens the invoice', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  await payAtTheSandbox(made, 'pay')
  const [row] = await running.database.sql<[{ id: string }]>`
    select id from sandbox_payments where company_id = ${tenant.company.companyId}`
  const bank = `/sandbox-bank/${tenant.company.companyId}/${row.id.slice(4)}`
  for (let i = 0; i < 2; i++) assert.equal((await send(bank, { outcome: 'charge_back' })).statusCode, 303)
  const { outstandingCents, lines } = await ledgerOf(tenant, made)
  assert.deepEqual([outstandingCents, lines], [9000, ['payment -9000 ideal', 'chargeback 9000']])
})

test('the portal API gives an address that leads on to the checkout, the same with the same key', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  const post = () =>
    running.app.inject({
      method: 'POST',
      url: `${made.link}/payments`,
      headers: { 'idempotency-key': 'pay-1' },
    })
  const first = await post()
  assert.equal(first.statusCode, 200, first.body)
  const { checkoutUrl } = first.json<{ checkoutUrl: string }>()
  assert.match(checkoutUrl, /^https:\/\/balie\.example\/payment\/\d+-[\w-]{24}$/)
  assert.deepEqual((await post()).json(), { checkoutUrl })
  const bank = location(await open(checkoutUrl))
  assert.match(bank, /sandbox-bank/)
  assert.equal(location(await open(checkoutUrl)), bank, 'as often as it is opened')
  await send(bank, { outcome: 'pay' })
  assert.equal(location(await open(checkoutUrl)), `${checkoutUrl.replace(OURS, '')}/return`)
  const paid = await running.app.inject({ method: 'POST', url: `${made.link}/payments` })
  assert.equal(paid.statusCode, 409)
})

test('while the bank is at work the page says so, asks again by itself and offers no second payment', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const made = await anInvoice(tenant)
  const pressed = await send(`${pageOf(made)}/payments`)
  assert.match(location(pressed), /mollie\.com\/checkout/)
  const [payment] = fake.payments().slice(-1)
  const { redirectUrl } = payment!.body as unknown as { redirectUrl: string }
  fake.become(payment!.id, 'pending')
  const back = location(await open(redirectUrl))
  const page = await open(back)
  assert.ok(page.body.includes(paymentWords.en.states.pending))
  assert.match(page.body, /http-equiv="refresh" content="5"/)
  assert.equal(page.body.includes(paymentWords.en.pay), false)
  assert.equal(location(await send(`${pageOf(made)}/payments`)), `${pageOf(made)}?problem=pendingAlready`)
  fake.pay(payment!.id)
  assert.ok((await open(back)).body.includes(paymentWords.en.states.paid), 'also without a webhook')
  assert.equal((await ledgerOf(tenant, made)).paid, true)
})

test('a provider that is away is told on the page, and what was begun goes on later', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const made = await anInvoice(tenant)
  fake.misbehave([{ on: 'create', kind: 'reset' }])
  const pressed = await send(`${pageOf(made)}/payments`)
  assert.equal(location(pressed), `${pageOf(made)}?problem=unavailable`)
  assert.ok((await open(location(pressed))).body.includes(paymentWords.en.unavailable))
  assert.match(location(await send(`${pageOf(made)}/payments`)), /mollie\.com\/checkout/)
})

test('a payment canceled at the bank without a webhook is followed by a new one at the next press', async () => {
  const tenant = await aTenantWithMollie(running, fake)
  const made = await anInvoice(tenant)
  const first = location(await send(`${pageOf(made)}/payments`))
  fake.become(fake.payments().at(-1)!.id, 'canceled')
  const second = location(await send(`${pageOf(made)}/payments`))
  assert.match(second, /mollie\.com\/checkout/)
  assert.notEqual(second, first)
})

test("a payment's token of another invoice shows nothing on this one", async () => {
  const tenant = await running.tenant()
  const [one, other] = [await anInvoice(tenant), await anInvoice(tenant)]
  const back = await payAtTheSandbox(one, 'pay')
  const token = back.split('payment=')[1]!
  const page = await open(`${pageOf(other)}?payment=${token}`)
  assert.equal(page.statusCode, 200)
  assert.equal(page.body.includes('role="status"'), false)
  for (const query of [
    'payment=',
    'payment=x',
    'payment=a&payment=b',
    'problem=<script>',
    'problem=constructor',
  ])
    assert.equal((await open(`${pageOf(other)}?${query}`)).body.includes('role="status"'), false)
})

async function aPublicLink(tenant: Tenant, reusable = false) {
  const link = await createPaymentLink(tenant.ctx(), {
    description: 'Shirt <b>& socks',
    amountCents: 1295,
    reusable,
    expiresAt: null,
  })
  return `/payment-link/plk_${encodeUuid(link.id)}`
}

test('a payment link opens in the language of the reader and can be paid at once', async () => {
  const tenant = await running.tenant()
  const link = await aPublicLink(tenant)
  for (const locale of locales) {
    const page = await open(link, `${locale}-XX,en;q=0.5`)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, new RegExp(`<html lang="${locale}">`))
    assert.ok(page.body.includes('Shirt &lt;b&gt;&amp; socks'))
    assert.ok(page.body.includes(paymentWords[locale].pay))
  }
  const bank = location(await send(link))
  const back = location(await open(location(await send(bank, { outcome: 'pay' }))))
  assert.ok(back.startsWith(`${link}?payment=`))
  assert.ok((await open(back)).body.includes(paymentWords.en.states.paid))
  const later = await open(link)
  assert.ok(later.body.includes(paymentWords.en.link.paid))
  assert.equal(later.body.includes('<button'), false)
})

test('what is not there is a page for people and JSON for programs', async () => {
  for (const url of [
    `/payment-link/plk_${'0'.repeat(26)}`,
    '/payment-link/x',
    `/payment/1-${'x'.repeat(24)}`,
  ]) {
    const page = await open(url, 'nl')
    assert.equal(page.statusCode, 404)
    assert.ok(page.body.includes(paymentWords.nl.nothingHere))
    const answer = await running.app.inject(url)
    assert.equal(answer.statusCode, 404)
    assert.equal(answer.json<{ code: string }>().code, 'not_found')
  }
  const tenant = await running.tenant()
  for (const url of [
    '/sandbox-bank/1/x',
    `/sandbox-bank/${tenant.company.companyId}/${'x'.repeat(24)}`,
    `/sandbox-bank/99999999999/${'x'.repeat(24)}`,
  ])
    for (const method of ['GET', 'POST'] as const)
      assert.equal((await running.app.inject({ method, url })).statusCode, 404)
})

test('a payment for something else has a page of its own', async () => {
  const tenant = await running.tenant({ locale: 'de' })
  const made = await anInvoice(tenant)
  const { token } = await insertPayment(tenant.ctx(), running.payments, {
    subject: { kind: 'invoice', id: made.invoice.id },
    amountCents: 100,
    description: 'First term',
    sequence: 'first',
    locale: 'de',
  })
  const waiting = await open(`/payment/${token}/return`)
  assert.ok(waiting.body.includes(paymentWords.de.states.created))
  assert.ok(waiting.body.includes(`href="/payment/${token}"`))
  const bank = location(await open(`/payment/${token}`))
  assert.match((await open(bank)).body, /allow later amounts/)
  assert.equal((await send(bank, { outcome: 'nonsense' })).statusCode, 422)
  await send(bank, { outcome: 'pay' })
  assert.ok((await open(`/payment/${token}/return`)).body.includes(paymentWords.de.states.paid))
  const paid = await getPaymentByToken(tenant.ctx(), token)
  assert.match(paid.mandateId!, /^mdt_/)
})

test('where the sandbox is not allowed it is not there, and an invoice has no button', async () => {
  const strict = await startTestApp({ sandboxBank: undefined })
  try {
    Object.assign(strict.payments, { sandbox: undefined })
    const made = await anInvoice(await strict.tenant())
    const page = await strict.app.inject(pageOf(made))
    assert.equal(page.statusCode, 200)
    assert.equal(page.body.includes(paymentWords.en.pay), false)
    const pressed = await strict.app.inject({ method: 'POST', url: `${pageOf(made)}/payments` })
    assert.equal(location(pressed), `${pageOf(made)}?problem=unavailable`)
    const api = await strict.app.inject({ method: 'POST', url: `${made.link}/payments` })
    assert.equal(api.statusCode, 503)
    assert.equal((await strict.app.inject(`/sandbox-bank/1/${'x'.repeat(24)}`)).statusCode, 404)
  } finally {
    await strict.close()
  }
})

test('a webhook is no way into the test bank', async () => {
  const tenant = await running.tenant()
  const made = await anInvoice(tenant)
  await send(`${pageOf(made)}/payments`)
  const [payment] = await running.database.sql<[{ token: string; providerId: string }]>`
    select token, provider_id as "providerId" from payments where company_id = ${tenant.company.companyId}`
  const answer = await callWebhook(running, payment as never, payment.providerId)
  assert.equal(answer.statusCode, 200)
  assert.equal((await ledgerOf(tenant, made)).paid, false)
})

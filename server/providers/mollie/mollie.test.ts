import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startFakeMollie, type FakeMollie, type MollieFault } from '../../../test/support/mollie.ts'
import { PaymentProviderError, type PaymentOrder } from '../../domain/payments/provider.ts'
import { isReachable, mollie } from './mollie.ts'

let fake: FakeMollie
before(async () => {
  fake = await startFakeMollie()
})
after(() => fake.stop())

const provider = (apiKey = fake.apiKey, timeoutMs = 1000) => mollie({ baseUrl: fake.url, apiKey, timeoutMs })

const order = (given: Partial<PaymentOrder> = {}): PaymentOrder => ({
  reference: randomUUID(),
  amountCents: 1295,
  currency: 'EUR',
  description: '2026-001 Club',
  sequence: 'oneoff',
  redirectUrl: 'https://balie.example/payment/1-x/return',
  webhookUrl: 'https://balie.example/webhooks/mollie/1-x',
  method: undefined,
  locale: 'nl',
  customerId: undefined,
  mandateId: undefined,
  ...given,
})

const refusedAs = (kind: string) => (error: unknown) => {
  assert.ok(error instanceof PaymentProviderError, String(error))
  assert.equal(error.kind, kind, error.message)
  assert.ok(!error.message.includes(fake.apiKey), 'the key stays secret')
  return true
}

test('a payment is ordered as Mollie documents it, paid, refunded and charged back', async () => {
  const given = order({ method: 'ideal' })
  const created = await provider().createPayment(given)
  assert.equal(created.status, 'open')
  assert.match(created.checkoutUrl!, /^https:\/\/www\.mollie\.com\/checkout/)
  const sent = fake.requests().at(-1)!
  assert.equal(sent.idempotencyKey, given.reference)
  assert.deepEqual(sent.body, {
    amount: { value: '12.95', currency: 'EUR' },
    description: '2026-001 Club',
    metadata: { paymentId: given.reference },
    sequenceType: 'oneoff',
    redirectUrl: given.redirectUrl,
    webhookUrl: given.webhookUrl,
    method: 'ideal',
    locale: 'nl_NL',
  })
  const { providerId } = created
  fake.pay(providerId, { name: 'Joe Doe' })
  const refundId = await provider().refundPayment({
    providerId,
    amountCents: 295,
    currency: 'EUR',
    description: 'Discount',
    reference: randomUUID(),
  })
  fake.setRefund(providerId, refundId, 'refunded')
  const chargebackId = fake.chargeBack(providerId, 1000)
  const paid = await provider().getPayment(providerId)
  assert.deepEqual(
    {
      ...paid,
      paidAt: paid.paidAt !== undefined,
      refunds: paid.refunds.map(({ at, ...refund }) => ({ ...refund, at: at !== undefined })),
      chargebacks: paid.chargebacks.map(({ at, ...chargeback }) => ({ ...chargeback, at: at !== undefined })),
    },
    {
      providerId,
      reference: given.reference,
      status: 'paid',
      checkoutUrl: undefined,
      amountCents: 1295,
      currency: 'EUR',
      amountRefundedCents: 295,
      amountChargedBackCents: 1000,
      method: 'ideal',
      payerName: 'Joe Doe',
      mandateId: undefined,
      customerId: undefined,
      paidAt: true,
      expiresAt: paid.expiresAt,
      failure: undefined,
      refunds: [{ id: refundId, amountCents: 295, at: true, status: 'refunded' }],
      chargebacks: [{ id: chargebackId, amountCents: 1000, at: true, reversedAt: undefined }],
    },
  )
  fake.reverseChargeback(providerId, chargebackId)
  assert.ok((await provider().getPayment(providerId)).chargebacks[0]!.reversedAt)
})

test('a first payment gives a mandate, which is charged without the payer', async () => {
  const customerId = await provider().createCustomer({
    reference: randomUUID(),
    name: 'Joe',
    email: 'joe@example.com',
  })
  const first = await provider().createPayment(order({ sequence: 'first', customerId }))
  fake.pay(first.providerId)
  const { mandateId } = await provider().getPayment(first.providerId)
  const [mandate, ...more] = await provider().listMandates(customerId)
  assert.deepEqual(more, [])
  assert.deepEqual(mandate, {
    id: mandateId,
    status: 'valid',
    method: 'directdebit',
    signedOn: '2026-11-21',
  })
  assert.deepEqual(await provider().getMandate(customerId, mandateId!), mandate)
  const recurring = order({ sequence: 'recurring', customerId, mandateId })
  const charged = await provider().createPayment(recurring)
  assert.deepEqual(
    [charged.status, charged.checkoutUrl, charged.method],
    ['pending', undefined, 'directdebit'],
  )
  assert.equal(fake.requests().at(-1)!.body['redirectUrl'], undefined)
  assert.equal(
    (await provider().findPayment(customerId, recurring.reference))?.providerId,
    charged.providerId,
  )
  assert.equal(await provider().findPayment(customerId, randomUUID()), undefined)
})

const broken: [string, MollieFault[], string][] = [
  ['the connection is reset', [{ kind: 'reset' }], 'unavailable'],
  ['the answer is lost', [{ kind: 'answer_lost' }], 'unavailable'],
  ['nothing is answered', [{ kind: 'no_answer' }], 'unavailable'],
  ['the answer is no JSON', [{ kind: 'malformed' }], 'unavailable'],
  ['it is down', [503, 503, 503].map((status) => ({ kind: 'status', status })), 'unavailable'],
  ['it is told to slow down', [{ kind: 'status', status: 429 }], 'rate_limited'],
  ['the thing is gone', [{ kind: 'status', status: 410 }], 'not_found'],
  ['a rule is broken', [{ kind: 'status', status: 422, detail: 'No suitable method' }], 'refused'],
]

for (const [when, plan, kind] of broken)
  test(`when ${when}, an order fails as ${kind}, and asked again it is one payment`, async () => {
    const given = order()
    fake.misbehave(plan)
    await assert.rejects(provider().createPayment(given), refusedAs(kind))
    const created = await provider().createPayment(given)
    assert.equal(fake.payments().filter(({ id }) => id === created.providerId).length, 1)
    const ours = fake
      .payments()
      .filter(({ body }) => (body['metadata'] as { paymentId: string }).paymentId === given.reference)
    assert.equal(ours.length, 1)
  })

test('a hiccup is not even noticed', async () => {
  fake.misbehave([{ kind: 'status', status: 502 }])
  assert.equal((await provider().createPayment(order())).status, 'open')
})

test('a wrong key, a missing payment and what is no id are told apart', async () => {
  await assert.rejects(provider('test_wrong').createPayment(order()), refusedAs('unauthorized'))
  assert.throws(() => provider('live_x\r\nx-evil: 1'), refusedAs('unauthorized'))
  await assert.rejects(provider().getPayment('tr_nothing'), refusedAs('not_found'))
  const asked = fake.requests().length
  for (const bad of ['', 'tr_', '../payments', 'tr_a/../b', 'ord_123', 'tr_ä'])
    await assert.rejects(provider().getPayment(bad), refusedAs('not_found'))
  assert.equal(fake.requests().length, asked, 'what is no id is not asked for')
  await assert.rejects(provider().createPayment(order({ amountCents: 0 })), refusedAs('refused'))
})

test('an address that Mollie cannot reach is not given as a webhook', async () => {
  for (const url of ['http://localhost:3000/x', 'http://127.0.0.1:3000/x', 'http://[::1]/x'])
    assert.equal(isReachable(url), false)
  assert.equal(isReachable('https://balie.example/x'), true)
  await provider().createPayment(order({ webhookUrl: 'http://127.0.0.1:3000/webhooks/mollie/1-x' }))
  assert.equal('webhookUrl' in fake.requests().at(-1)!.body, false)
})

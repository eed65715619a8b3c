import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startFakeMollie, type FakeMollie } from '../../../test/support/mollie.ts'
import { PaymentProviderError } from '../../domain/payments/provider.ts'
import { mollie } from './mollie.ts'

let fake: FakeMollie
before(async () => {
  fake = await startFakeMollie()
})
after(() => fake.stop())

const provider = (payoutToken?: string) =>
  mollie({ baseUrl: fake.url, apiKey: fake.apiKey, payoutToken, timeoutMs: 1000 })

async function aPaid(cents: number): Promise<string> {
  const { providerId } = await provider().createPayment({
    reference: randomUUID(),
    amountCents: cents,
    currency: 'EUR',
    description: 'Fees',
    sequence: 'oneoff',
    redirectUrl: 'https://balie.example/back',
    webhookUrl: 'https://balie.example/webhooks/mollie/1-x',
    method: undefined,
    locale: undefined,
    customerId: undefined,
    mandateId: undefined,
  })
  fake.pay(providerId)
  return providerId
}

const kindOf = (kind: string) => (error: unknown) => {
  assert.ok(error instanceof PaymentProviderError, String(error))
  assert.equal(error.kind, kind, error.message)
  assert.doesNotMatch(error.message, /xxx/)
  return true
}

test('a settlement is told with all that is in it, and its parts add up to it', async () => {
  const since = new Date(Date.now() - 60_000)
  const paid = await aPaid(10_000)
  const refund = fake.refund(paid, 1_500)
  const chargeback = fake.chargeBack(await aPaid(2_500), 2_500)
  const first = fake.settle()
  const reader = provider(fake.accessToken)
  const [payout] = await reader.listPayouts(since)
  assert.deepEqual(
    [payout!.providerId, payout!.status, payout!.reference, payout!.currency],
    [first, 'paidout', '1234567.2611.01', 'EUR'],
  )
  const entries = await reader.listPayoutEntries(first)
  assert.deepEqual(
    entries.map(({ kind, amountCents }) => [kind, amountCents]),
    [
      ['payment', 10_000],
      ['payment', 2_500],
      ['refund', -1_500],
      ['chargeback', -2_500],
      // Two times 29 cents and once 25, with VAT: 70.18 and 30.25, which are 100.43 together.
      ['cost', -70],
      ['cost', -30],
    ],
  )
  assert.deepEqual(
    entries.filter(({ kind }) => kind === 'refund' || kind === 'chargeback').map((e) => e.providerId),
    [refund, chargeback],
  )
  assert.equal(
    entries.reduce((sum, { amountCents }) => sum + amountCents, 0),
    payout!.amountCents,
  )
})

test('more settlements and payments than fit a page all come, and none from before', async () => {
  const reader = provider(fake.accessToken)
  for (let i = 0; i < 260; i += 1) fake.sellElsewhere(100)
  const large = fake.settle({ status: 'processing-at-bank' })
  const entries = await reader.listPayoutEntries(large)
  assert.equal(entries.filter(({ kind }) => kind === 'payment').length, 260)
  assert.equal(new Set(entries.map(({ providerId }) => providerId)).size, entries.length)
  for (let i = 0; i < 260; i += 1) fake.settle()
  const all = await reader.listPayouts(new Date(0))
  assert.equal(all.length, 262)
  assert.equal(all.find(({ providerId }) => providerId === large)!.status, 'pending')
  const [newest] = all
  const since = new Date(newest!.createdAt)
  assert.ok((await reader.listPayouts(since)).length < 262)
  assert.deepEqual(await reader.listPayouts(new Date(Date.now() + 60_000)), [])
})

test('who may not read settlements is told so without being asked, and no secret is', async () => {
  const requests = fake.requests().length
  await assert.rejects(provider().listPayouts(new Date()), kindOf('unauthorized'))
  await assert.rejects(provider('test_xxx').listPayouts(new Date()), kindOf('unauthorized'))
  assert.equal(fake.requests().length, requests)
  await assert.rejects(provider('access_xxxwrong').listPayouts(new Date()), kindOf('unauthorized'))
  await assert.rejects(provider(fake.accessToken).listPayoutEntries('stl_nothing'), kindOf('not_found'))
  await assert.rejects(provider(fake.accessToken).listPayoutEntries('../payments'), kindOf('not_found'))
  fake.misbehave([{ on: 'settlements', kind: 'status', status: 429 }])
  await assert.rejects(provider(fake.accessToken).listPayouts(new Date()), kindOf('rate_limited'))
  fake.misbehave([{ on: 'settlements', kind: 'malformed' }])
  await assert.rejects(provider(fake.accessToken).listPayouts(new Date()), kindOf('unavailable'))
})

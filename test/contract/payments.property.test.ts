import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Payment } from '../../server/domain/payments/payment.ts'
import type { ProviderPayment } from '../../server/domain/payments/provider.ts'
import { recordState } from '../../server/domain/payments/record-state.ts'
import { syncPayment } from '../../server/domain/payments/sync-payment.ts'
import { mollie } from '../../server/providers/mollie/mollie.ts'
import { startTestApp, type TestApp, type Tenant } from '../support/app.ts'
import { startFakeMollie, type FakeMollie } from '../support/mollie.ts'
import { aTenantWithMollie, anOpenPayment, callWebhook, ledgerOf } from '../support/payments.ts'

const AMOUNT = 9000

let running: TestApp
let fake: FakeMollie
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
  tenant = await aTenantWithMollie(running, fake)
})
after(async () => {
  await fake.stop()
  await running.close()
})

/** What happens at the bank, and how we come to hear of it: at once, many times, or late. */
type Step =
  | { do: 'become'; status: 'pending' | 'authorized' | 'failed' | 'canceled' | 'expired' }
  | { do: 'pay' | 'webhook' | 'sync' | 'snapshot' }
  | { do: 'refund'; cents: number; status: 'pending' | 'refunded' }
  | { do: 'set refund'; nth: number; status: 'refunded' | 'failed' | 'canceled' }
  | { do: 'charge back'; cents: number }
  | { do: 'reverse'; nth: number }
  | { do: 'late answer'; nth: number }
  | { do: 'at once'; times: number }

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Step>({ do: 'pay' }) },
    {
      weight: 5,
      arbitrary: fc.constantFrom<Step>(
        { do: 'webhook' },
        { do: 'sync' },
        { do: 'snapshot' },
        { do: 'at once', times: 5 },
      ),
    },
    { weight: 3, arbitrary: fc.nat(9).map((nth): Step => ({ do: 'late answer', nth })) },
    fc
      .constantFrom('pending', 'authorized', 'failed', 'canceled', 'expired')
      .map((status): Step => ({ do: 'become', status })),
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('refund' as const),
        cents: fc.integer({ min: 1, max: AMOUNT }),
        status: fc.constantFrom('pending' as const, 'refunded' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('set refund' as const),
        nth: fc.nat(5),
        status: fc.constantFrom('refunded' as const, 'failed' as const, 'canceled' as const),
      }),
    },
    fc.integer({ min: 1, max: AMOUNT }).map((cents): Step => ({ do: 'charge back', cents })),
    fc.nat(3).map((nth): Step => ({ do: 'reverse', nth })),
  ),
  { minLength: 3, maxLength: 40 },
)

/** A state that a refund may go to from another, as Mollie documents it. */
const follows = (from: string, to: string) =>
  from === 'pending' ? true : from === 'refunded' ? to === 'failed' : false

async function play(step: Step, payment: Payment, snapshots: ProviderPayment[]): Promise<void> {
  const at = fake.paymentFor(payment.id)
  const { refunds, chargebacks } = at
  const paid = at.body.status === 'paid'
  switch (step.do) {
    case 'become':
      return paid ? undefined : fake.become(at.id, step.status)
    case 'pay':
      return paid ? undefined : fake.pay(at.id)
    case 'refund':
      if (paid) fake.refund(at.id, step.cents, step.status)
      return
    case 'set refund': {
      const refund = refunds[step.nth]
      if (refund && follows(refund.status, step.status)) fake.setRefund(at.id, refund.id, step.status)
      return
    }
    case 'charge back':
      if (paid) fake.chargeBack(at.id, step.cents)
      return
    case 'reverse': {
      const chargeback = chargebacks[step.nth]
      if (chargeback) fake.reverseChargeback(at.id, chargeback.id)
      return
    }
    case 'snapshot':
      snapshots.push(await mollie({ baseUrl: fake.url, apiKey: fake.apiKey }).getPayment(at.id))
      return
    case 'late answer': {
      const snapshot = snapshots[step.nth]
      if (snapshot) await recordState(tenant.ctx(), payment.id, snapshot)
      return
    }
    case 'webhook':
      assert.equal((await callWebhook(running, payment)).statusCode, 200)
      return
    case 'sync':
      await syncPayment(tenant.ctx(), running.payments, payment.id)
      return
    case 'at once':
      await Promise.all(Array.from({ length: step.times }, () => callWebhook(running, payment)))
  }
}

test('whatever the order of webhooks, looks and late answers, the ledger is what the provider says, once each', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { payment, ...made } = await anOpenPayment(running, tenant, AMOUNT)
      const snapshots: ProviderPayment[] = []
      for (const step of sequence) await play(step, payment, snapshots)
      // Answers may overtake the last one too.
      const last = await mollie({ baseUrl: fake.url, apiKey: fake.apiKey }).getPayment(payment.providerId!)
      await recordState(tenant.ctx(), payment.id, last)
      for (const snapshot of snapshots) await recordState(tenant.ctx(), payment.id, snapshot)

      const { body, refunds, chargebacks } = fake.paymentFor(payment.id)
      const sum = (rows: { cents: number }[]) => rows.reduce((cents, row) => cents + row.cents, 0)
      const received = body.status === 'paid' ? AMOUNT : 0
      const returned =
        sum(refunds.filter(({ status }) => status === 'refunded')) +
        sum(chargebacks.filter(({ reversedAt }) => reversedAt === null))
      const ledger = await ledgerOf(tenant, made)
      assert.equal(ledger.outstandingCents, AMOUNT - received + returned)
      assert.equal(ledger.paid, ledger.outstandingCents <= 0)
      const doneOrFailed = refunds.filter(({ status }) => status === 'refunded' || status === 'failed')
      const lines =
        (received > 0 ? 1 : 0) +
        doneOrFailed.length +
        refunds.filter(({ status }) => status === 'failed').length +
        chargebacks.length +
        chargebacks.filter(({ reversedAt }) => reversedAt !== null).length
      assert.equal(ledger.lines.length, lines, ledger.lines.join(', '))
    }),
    { numRuns: 60 },
  )
})

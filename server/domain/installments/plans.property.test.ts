import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type TestApp, type Tenant } from '../../../test/support/app.ts'
import { anInvoice, type AnInvoice } from '../../../test/support/builders.ts'
import { startFakeMollie, type FakeMollie } from '../../../test/support/mollie.ts'
import { aTenantWithMollie } from '../../../test/support/payments.ts'
import { offerPlans, planOf, type PlanSeen } from '../../../test/support/plans.ts'
import { BalieError } from '../../kernel/errors.ts'
import { creditAndRetract } from '../invoices/credit-and-retract.ts'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { markInvoicePaid } from '../invoices/mark-invoice-paid.ts'
import { startInvoicePayment } from '../invoices/start-invoice-payment.ts'
import { openCheckout } from '../payments/open-checkout.ts'
import type { Payment } from '../payments/payment.ts'
import { syncPayment } from '../payments/sync-payment.ts'
import { askInstallments } from './ask-installments.ts'
import { choosePlan } from './choose-plan.ts'
import { startInstallmentPayment } from './start-installment-payment.ts'
import { withdrawPlan } from './withdraw-plan.ts'

const FEE = 100
const CHARGEBACK_FEE = 250

let running: TestApp
let fake: FakeMollie
let tenant: Tenant
before(async () => {
  running = await startTestApp()
  fake = await startFakeMollie(running.clock)
  tenant = await aTenantWithMollie(running, fake)
  await offerPlans(tenant, {
    numbers: [2, 3, 5],
    installmentCents: FEE,
    chargebackCents: CHARGEBACK_FEE,
    surchargeCents: 75,
    announceDays: 5,
  })
})
after(async () => {
  await fake.stop()
  await running.close()
})

type Step =
  | { do: 'choose'; count: number; automatic: boolean }
  | { do: 'withdraw' | 'mark paid' | 'retract' | 'pay whole' | 'ask' | 'order charges' }
  | { do: 'begin'; nth: number }
  | { do: 'outcome'; nth: number; of: 'pay' | 'pending' | 'failed' | 'canceled' | 'expired' }
  | { do: 'charge back' | 'reverse'; nth: number }
  | { do: 'credit'; cents: number }
  | { do: 'wait'; days: number; workers: number }

const plain = (name: 'withdraw' | 'mark paid' | 'retract' | 'pay whole' | 'ask' | 'order charges') =>
  fc.constant<Step>({ do: name })
const nth = fc.nat(6)
const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('choose' as const),
        count: fc.constantFrom(2, 3, 5),
        automatic: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('begin' as const), nth }) },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('outcome' as const),
        nth,
        of: fc.constantFrom(
          'pay' as const,
          'pay' as const,
          'pending' as const,
          'failed' as const,
          'canceled' as const,
          'expired' as const,
        ),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        days: fc.constantFrom(0, 1, 6, 31, 100),
        workers: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 3, arbitrary: plain('order charges') },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('charge back' as const), nth }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), nth }) },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('credit' as const), cents: fc.integer({ min: 1, max: 4000 }) }),
    },
    { weight: 1, arbitrary: plain('withdraw') },
    { weight: 1, arbitrary: plain('pay whole') },
    { weight: 1, arbitrary: plain('mark paid') },
    { weight: 1, arbitrary: plain('retract') },
  ),
  { minLength: 5, maxLength: 25 },
)

/** A refusal of the domain is fine: the state is checked all the same. */
const refusable = async (work: Promise<unknown>) => {
  await work.catch((error: unknown) => {
    if (!(error instanceof BalieError)) throw error
  })
}

async function paymentsFor({ invoice }: AnInvoice): Promise<Payment[]> {
  return tenant.ctx().sql<Payment[]>`
    select id, provider_id as "providerId", sequence, status, amount_cents as "amountCents" from payments
     where company_id = ${tenant.company.companyId} and (subject_id = ${invoice.id} or subject_id in (
       select i.id from installments i join installment_plans p on p.company_id = i.company_id and p.id = i.plan_id
        where p.invoice_id = ${invoice.id})) order by created_at, id`
}

const ask = (failed: unknown[]) =>
  askInstallments(
    {
      sql: running.database.sql,
      now: running.clock.now(),
      providers: running.payments,
      failed: (_, error) => failed.push(error),
    },
    { companyId: tenant.company.companyId },
  )

async function play(step: Step, made: AnInvoice): Promise<void> {
  const link = { id: made.invoice.id, token: made.invoice.linkToken }
  const ctx = tenant.ctx()
  const known = async (at: number) => {
    const sent = (await paymentsFor(made)).filter(({ providerId }) => providerId !== null)
    const payment = sent[at % Math.max(1, sent.length)]
    return payment && { payment, at: fake.paymentFor(payment.id) }
  }
  switch (step.do) {
    case 'choose':
      return refusable(
        choosePlan(ctx, running.payments, link, {
          count: step.count,
          intervalDays: 30,
          automatic: step.automatic,
        }),
      )
    case 'withdraw':
      return refusable(withdrawPlan(ctx, link))
    case 'begin': {
      const { plan } = await planOf(tenant, made.invoice.id)
      const installment = plan?.installments[step.nth]
      if (!installment) return
      return refusable(
        startInstallmentPayment(ctx, running.payments, {
          ...link,
          installmentId: installment.id,
          returnTo: '/b',
        }).then(({ id }) => openCheckout(ctx, running.payments, id)),
      )
    }
    case 'pay whole':
      return refusable(
        startInvoicePayment(ctx, running.payments, { ...link, returnTo: '/b' }).then(async ({ id }) => {
          const { providerId } = await openCheckout(ctx, running.payments, id)
          fake.pay(providerId!)
          return syncPayment(ctx, running.payments, id)
        }),
      )
    case 'outcome': {
      const found = await known(step.nth)
      if (!found || ['paid', 'failed', 'canceled', 'expired'].includes(found.at.body.status)) return
      if (step.of === 'pay') fake.pay(found.at.id)
      else fake.become(found.at.id, step.of)
      await Promise.all([1, 2].map(() => syncPayment(ctx, running.payments, found.payment.id)))
      return
    }
    case 'charge back': {
      const found = await known(step.nth)
      if (!found || found.at.body.status !== 'paid' || found.at.chargebacks.length > 0) return
      fake.chargeBack(found.at.id, found.payment.amountCents)
      await Promise.all([1, 2].map(() => syncPayment(ctx, running.payments, found.payment.id)))
      return
    }
    case 'reverse': {
      const found = await known(step.nth)
      const [chargeback] = found?.at.chargebacks ?? []
      if (!found || !chargeback || chargeback.reversedAt !== null) return
      fake.reverseChargeback(found.at.id, chargeback.id)
      await syncPayment(ctx, running.payments, found.payment.id)
      return
    }
    case 'order charges':
      for (const { id, sequence, status } of await paymentsFor(made))
        if (sequence === 'recurring' && status === 'created')
          await refusable(openCheckout(ctx, running.payments, id))
      return
    case 'credit':
      return refusable(
        creditInvoice(ctx, made.invoice.id, {
          creditNoteNumber: 'C',
          lines: [{ amountCents: -step.cents, description: 'less' }],
        }),
      )
    case 'retract':
      return refusable(
        creditAndRetract(ctx, made.invoice.id, {
          creditNoteNumber: 'C',
          description: 'gone',
          reason: null,
          showReasonToCustomer: false,
        }),
      )
    case 'mark paid':
      return refusable(markInvoicePaid(ctx, made.invoice.id, ctx.now))
    case 'wait':
    case 'ask': {
      const [days, workers] = step.do === 'wait' ? [step.days, step.workers] : [0, 1]
      running.clock.set(new Date(running.clock.now().getTime() + days * 86_400_000).toISOString())
      const failed: unknown[] = []
      await Promise.all(Array.from({ length: workers }, () => ask(failed)))
      assert.deepEqual(failed, [])
    }
  }
}

async function check(made: AnInvoice): Promise<PlanSeen> {
  const seen = await planOf(tenant, made.invoice.id)
  const { plan, outstandingCents, retracted, shares, beyondCents } = seen
  const { sql } = tenant.ctx()
  const inState = (state: string) => plan?.installments.filter((one) => one.state === state) ?? []
  if (plan?.state === 'running') {
    assert.ok(outstandingCents > 0 && !retracted, 'nothing runs of what is paid or retracted')
    const atBank = inState('in_progress').reduce((sum, { askedCents }) => sum + askedCents!, 0)
    assert.equal(
      shares.reduce((sum, share) => sum + share, 0) + beyondCents,
      Math.max(outstandingCents, atBank),
    )
    assert.ok(shares.every((share) => share >= 0))
    // Only while the bank has the rest may something be of no installment.
    if (beyondCents > 0) assert.ok(inState('in_progress').length > 0)
    assert.ok(inState('planned').length + inState('due').length + inState('in_progress').length > 0)
  } else assert.equal(inState('planned').length + inState('due').length, 0)

  const [fees] = await sql<
    [{ installment: number; surcharge: number; chargeback: number; agreed: number; plans: number }]
  >`
    select coalesce(sum(amount_cents) filter (where kind = 'fee' and subtype = 'installment_fee'), 0)::bigint as installment,
           coalesce(sum(amount_cents) filter (where kind = 'charge' and subtype = 'surcharge'), 0)::bigint as surcharge,
           count(*) filter (where kind = 'fee' and subtype = 'chargeback_fee') as chargeback,
           (select coalesce(sum(i.fee_cents), 0)::bigint from installments i
              join installment_plans p on p.company_id = i.company_id and p.id = i.plan_id
             where p.invoice_id = ${made.invoice.id}) as agreed,
           (select count(*) from installment_plans where invoice_id = ${made.invoice.id}) as plans
      from invoice_lines where invoice_id = ${made.invoice.id}`
  assert.equal(fees.installment, fees.agreed, 'the fees of installments stand once')
  assert.equal(fees.surcharge, fees.plans * 75)
  const [{ failures }] = await sql<[{ failures: number }]>`
    select (select count(*) from payment_entries e join payments p on p.company_id = e.company_id and p.id = e.payment_id
             where e.kind = 'chargeback' and p.subject_id in (select i.id from installments i join installment_plans x
               on x.company_id = i.company_id and x.id = i.plan_id where x.invoice_id = ${made.invoice.id}))
         + (select count(*) from payments p where p.sequence = 'recurring' and p.status in ('failed', 'canceled', 'expired')
               and p.subject_id in (select i.id from installments i join installment_plans x
               on x.company_id = i.company_id and x.id = i.plan_id where x.invoice_id = ${made.invoice.id})) as failures`
  assert.ok(fees.chargeback <= failures, 'a fee for what failed, once')

  const twice = await sql`
    select subject_id from payments where sequence = 'recurring' group by subject_id having count(*) > 1
    union all
    select subject_id from events where type = 'installment.asked' and after ->> 'state' in ('due', 'in_progress')
     group by subject_id, after ->> 'planId', after ->> 'position' having count(*) > 1`
  assert.deepEqual([...twice], [], 'each installment is asked once')
  return seen
}

/** The first installment is paid, which gives a mandate for the others. */
const opening: Step[] = [
  { do: 'begin', nth: 0 },
  { do: 'outcome', nth: 0, of: 'pay' },
  { do: 'wait', days: 31, workers: 2 },
  { do: 'wait', days: 6, workers: 2 },
  { do: 'order charges' },
]

test('whatever happens in whatever order: what is asked is what is outstanding, fees stand once, nothing is asked twice', async () => {
  let ended = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (random, begun) => {
      running.clock.set('2026-11-21T10:00:00Z')
      const made = await anInvoice(tenant)
      await play({ do: 'choose', count: begun ? 2 : 3, automatic: true }, made)
      await check(made)
      const sequence = begun ? [...opening, ...random] : random
      for (const step of sequence) {
        await play(step, made)
        const { plan } = await check(made)
        if (plan && plan.state !== 'running') ended += 1
      }
      const lines = await tenant.ctx().sql<{ subtype: string | null; cents: number }[]>`
        select subtype, sum(amount_cents)::bigint as cents from invoice_lines
         where invoice_id = ${made.invoice.id} group by subtype`
      const [{ outstandingCents }] = [await planOf(tenant, made.invoice.id)]
      assert.equal(
        lines.reduce((sum, { cents }) => sum + cents, 0),
        outstandingCents,
      )
    }),
    { numRuns: 60 },
  )
  assert.ok(ended > 0)
  // It went everywhere.
  const seen = await tenant.ctx().sql<{ what: string }[]>`
    select distinct template as what from mails union select distinct state from installment_plans
    union select distinct state from installments
    union select distinct sequence || ' ' || status from payments where sequence <> 'oneoff'`
  const been = new Set(seen.map(({ what }) => what))
  for (const what of ['plan-confirmed', 'installment-due', 'installment-announced', 'paid', 'first paid'])
    assert.ok(been.has(what), what)
})

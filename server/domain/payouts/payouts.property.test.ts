import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aProviderPayment } from '../../../test/support/ledgers.ts'
import { newId } from '../../kernel/ids.ts'
import { SANDBOX } from '../payments/provider.ts'
import { fetchPayouts } from './fetch-payouts.ts'
import { listAwaiting, sumAwaiting } from './list-awaiting.ts'
import { listPayouts } from './list-payouts.ts'
import { differenceOf } from './payout.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const START = Date.parse('2026-10-01T00:00:00Z')
const HOUR = 3_600_000

/** Something happens after so many hours: a payment, what goes back of one, or a look at the payouts. */
type Step =
  | { do: 'pay'; after: number; cents: number }
  | { do: 'refund' | 'chargeback'; after: number; nth: number; part: number }
  | { do: 'look'; after: number; times: number }

const hours = fc.integer({ min: 0, max: 60 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('pay' as const),
        after: hours,
        cents: fc.integer({ min: 1, max: 5_000 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('refund' as const, 'chargeback' as const),
        after: hours,
        nth: fc.nat(20),
        part: fc.integer({ min: 1, max: 100 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('look' as const),
        after: hours,
        times: fc.integer({ min: 1, max: 3 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 30 },
)

interface Paid {
  id: string
  cents: number
  left: number
  chargedBack: boolean
}

/** A payment in the books of the test bank and in ours. */
async function pay(tenant: Tenant, cents: number, at: string): Promise<Paid> {
  const { sql } = tenant.ctx()
  const { companyId } = tenant.company
  const id = `sbx_${newId()}`
  await sql`
    insert into sandbox_payments (company_id, id, reference, amount_cents, currency, description, sequence, status, method,
                                  created_at, paid_at)
    values (${companyId}, ${id}, ${newId()}, ${cents}, 'EUR', 'Fees', 'oneoff', 'paid', 'ideal', ${at}, ${at})`
  const [entry] = await aProviderPayment(tenant, { cents, method: 'ideal', provider: SANDBOX }, [
    { kind: 'payment', cents, at },
  ])
  await sql`
    update payments set provider_id = ${id} from payment_entries e
     where e.company_id = ${companyId} and e.id = ${entry!} and payments.company_id = ${companyId} and payments.id = e.payment_id`
  return { id, cents, left: cents, chargedBack: false }
}

async function giveBack(tenant: Tenant, kind: 'refund' | 'chargeback', paid: Paid, part: number, at: string) {
  const { sql } = tenant.ctx()
  const amountCents = kind === 'chargeback' ? paid.cents : Math.ceil((paid.left * part) / 100)
  if (amountCents === 0 || (kind === 'chargeback' && paid.chargedBack)) return
  const moved = sql.json([{ id: newId(), amountCents, at }])
  if (kind === 'chargeback') {
    paid.chargedBack = true
    await sql`
      update sandbox_payments set chargebacks = chargebacks || ${moved}::jsonb
       where company_id = ${tenant.company.companyId} and id = ${paid.id}`
  } else {
    paid.left -= amountCents
    await sql`
      update sandbox_payments set refunds = refunds || ${moved}::jsonb
       where company_id = ${tenant.company.companyId} and id = ${paid.id}`
  }
}

test('whatever happens in whatever order, each payment is in one payout, and each payout is what is in it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (played) => {
      const tenant = await running.tenant()
      const { companyId } = tenant.company
      const { sql } = running.database
      let now = START
      const payments: Paid[] = []
      const paidOut = new Map<string, number>()
      const look = async (times: number) => {
        const ctx = { ...tenant.ctx(), now: new Date(now) }
        running.clock.set(new Date(now).toISOString())
        await Promise.all(Array.from({ length: times }, () => fetchPayouts(ctx, running.payments)))
        const { rows } = await listPayouts(ctx, { after: undefined, offset: 0, limit: 1000 })
        for (const payout of rows) {
          assert.equal(differenceOf(payout), 0)
          assert.equal(payout.strangers, 0)
          if (payout.status !== 'paidout') continue
          assert.ok(payout.amountCents > 0)
          // What was paid out is what it was.
          assert.equal(paidOut.get(payout.id) ?? payout.amountCents, payout.amountCents)
          paidOut.set(payout.id, payout.amountCents)
        }
        // At most one is being filled, and one is on its way.
        const waiting = rows.map(({ status }) => status).filter((status) => status !== 'paidout')
        assert.equal(new Set(waiting).size, waiting.length)
      }
      for (const step of played) {
        now += step.after * HOUR + 1
        const at = new Date(now).toISOString()
        const paid = 'nth' in step ? payments[step.nth % Math.max(payments.length, 1)] : undefined
        if (step.do === 'pay') payments.push(await pay(tenant, step.cents, at))
        else if (step.do === 'look') await look(step.times)
        else if (paid) await giveBack(tenant, step.do, paid, step.part, at)
      }
      now += HOUR
      await look(2)
      const inPayouts = await sql<{ id: string; times: number }[]>`
        select payment_provider_id as id, count(*) as times from payout_entries
         where company_id = ${companyId} and kind = 'payment' group by 1`
      assert.deepEqual(inPayouts.map(({ id }) => id).sort(), payments.map(({ id }) => id).sort())
      assert.ok(inPayouts.every(({ times }) => times === 1))
      const [{ moved, told }] = await sql<[{ moved: number; told: number }]>`
        select (select count(*) + coalesce(sum(jsonb_array_length(refunds) + jsonb_array_length(chargebacks)), 0)
                  from sandbox_payments where company_id = ${companyId})::integer as moved,
               (select count(*) from payout_entries where company_id = ${companyId})::integer as told`
      assert.equal(told, moved)
      // What waits and what was paid out are all there is.
      const ctx = tenant.ctx()
      const waiting = await listAwaiting(ctx, { after: undefined, offset: 0, limit: 1000 })
      const sum = await sumAwaiting(ctx)
      assert.deepEqual(sum, {
        payments: waiting.rows.length,
        cents: waiting.rows.reduce((cents, row) => cents + row.amountCents, 0),
      })
      const [{ done }] = await sql<[{ done: number }]>`
        select count(*)::integer as done from payout_entries e join payouts o on o.company_id = e.company_id and o.id = e.payout_id
         where e.company_id = ${companyId} and e.kind = 'payment' and o.status = 'paidout'`
      assert.equal(done + sum.payments, payments.length)
    }),
    { numRuns: 60 },
  )
})

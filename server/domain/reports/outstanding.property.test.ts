import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { startTestApp, type Tenant, type TestApp } from '../../../test/support/app.ts'
import { aDebtor, aHistory, anImport, type InvoiceSpec } from '../../../test/support/ledgers.ts'
import { addDays, dayIn, daysBetween } from '../../kernel/time.ts'
import { ageBuckets, noAgeing, type Ageing } from './ageing.ts'
import { getOutstanding } from './get-outstanding.ts'
import { listAgeing } from './list-ageing.ts'

let running: TestApp
before(async () => {
  running = await startTestApp()
})
after(() => running.close())

const FIRST = Date.parse('2026-03-20T00:00:00Z')
/** Around both changes of the clocks and the turns of days, in the hours in which zones differ about the day. */
const anInstant = fc
  .tuple(
    fc.integer({ min: 0, max: 240 }),
    fc.constantFrom(0, 1, 59, 60, 119, 120, 600, 1320, 1379, 1380, 1439),
  )
  .map(([days, minutes]) => new Date(FIRST + days * 86_400_000 + minutes * 60_000).toISOString())
const aDay = fc.integer({ min: -20, max: 244 }).map((days) => addDays('2026-03-20', days))

const aLine = fc.record({
  kind: fc.constantFrom('charge', 'fee', 'payment', 'chargeback', 'refund', 'credit' as const),
  cents: fc.integer({ min: 1, max: 20_000 }),
  at: anInstant,
  writtenAt: fc.option(anInstant, { nil: undefined }),
})
const anInvoice = fc.record({
  issuedOn: aDay,
  dueOn: fc.option(aDay, { nil: undefined }),
  transmittedAt: fc.option(anInstant, { nil: null, freq: 5 }),
  createdAt: anInstant,
  retractedAt: fc.option(anInstant, { nil: undefined, freq: 1 }),
  first: fc.integer({ min: -5_000, max: 30_000 }),
  customer: fc.nat(2),
  rest: fc.array(aLine, { maxLength: 5 }),
})

type Given = typeof anInvoice extends fc.Arbitrary<infer Value> ? Value : never

interface Spec extends InvoiceSpec {
  customerId: string
}

/** What was outstanding on an invoice at the end of a day, line by line. */
function naive(spec: Spec, day: string, timeZone: string) {
  if (spec.transmittedAt === null) return undefined
  const dayOf = (instant: string) => dayIn(new Date(instant), timeZone)
  const earliest = (...days: string[]) => days.toSorted()[0]!
  const wentOut = [spec.transmittedAt, spec.createdAt].toSorted().at(-1)!
  if (earliest(spec.issuedOn, dayOf(wentOut)) > day) return undefined
  const cents = spec.lines
    .filter(
      ({ kind, at, writtenAt = at }) =>
        (kind === 'charge' && writtenAt === spec.createdAt) || earliest(dayOf(at), dayOf(writtenAt)) <= day,
    )
    .reduce((sum, line) => sum + line.cents, 0)
  const retracted = spec.retractedAt !== undefined && dayOf(spec.retractedAt) <= day
  return {
    cents: retracted ? Math.min(cents, 0) : cents,
    late: spec.dueOn ? daysBetween(spec.dueOn, day) : 0,
  }
}

function sumOf(specs: Spec[], day: string, timeZone: string): Ageing {
  const sum = { ...noAgeing }
  for (const spec of specs) {
    const standing = naive(spec, day, timeZone)
    if (!standing) continue
    if (standing.cents < 0) sum.overpaidCents -= standing.cents
    if (standing.cents <= 0) continue
    const { late, cents } = standing
    const bucket = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4
    sum.invoices += 1
    sum.totalCents += cents
    sum[ageBuckets[bucket]] += cents
  }
  return sum
}

const signs = { charge: 1, fee: 1, payment: -1, chargeback: 1, refund: 1, credit: -1 } as const

async function seed(tenant: Tenant, given: Given[]): Promise<Spec[]> {
  const customers = [await aDebtor(tenant), await aDebtor(tenant), await aDebtor(tenant)]
  const specs: Spec[] = []
  for (const { first, rest, customer, dueOn, retractedAt, ...invoice } of given) {
    const spec: Spec = {
      ...invoice,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(retractedAt === undefined ? {} : { retractedAt }),
      customerId: customers[customer]!,
      lines: [
        { kind: 'charge', cents: first, at: invoice.createdAt },
        ...rest.map(({ kind, cents, at, writtenAt = at }) => ({
          kind,
          cents: signs[kind] * cents,
          at,
          writtenAt,
          ...(kind === 'fee' ? { subtype: 'late_payment_fee' as const } : {}),
        })),
      ],
    }
    await aHistory(tenant, spec)
    specs.push(spec)
  }
  return specs
}

test('what was outstanding at the end of any day is what the lines of the ledger add up to, in all and per customer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anInvoice, { minLength: 1, maxLength: 6 }),
      fc.array(aDay, { minLength: 3, maxLength: 3 }),
      fc.constantFrom('Europe/Amsterdam', 'Pacific/Auckland', 'America/St_Johns', 'UTC'),
      async (given, days, timeZone) => {
        const tenant = await running.tenant({ timeZone })
        const specs = await seed(tenant, given)
        for (const day of [...days, '2026-11-21']) {
          const { asOf, ...outstanding } = await getOutstanding(tenant.ctx(), day)
          assert.equal(asOf, day)
          assert.deepEqual(outstanding, sumOf(specs, day, timeZone), day)
          const { rows } = await listAgeing(
            tenant.ctx(),
            { asOf: day, by: 'customer' },
            { after: undefined, limit: 10 },
          )
          for (const { id, name: _, ...row } of rows)
            assert.deepEqual(
              row,
              sumOf(
                specs.filter(({ customerId }) => customerId === id),
                day,
                timeZone,
              ),
            )
          assert.equal(
            rows.reduce((sum, { totalCents }) => sum + totalCents, 0),
            outstanding.totalCents,
          )
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('today it is what the invoices say is outstanding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anInvoice, { minLength: 1, maxLength: 6 }), async (given) => {
      const tenant = await running.tenant()
      await seed(tenant, given)
      const [{ owed, overpaid }] = await running.database.sql<[{ owed: number; overpaid: number }]>`
        select coalesce(sum(outstanding_cents) filter (where outstanding_cents > 0 and retracted_at is null), 0)::bigint as owed,
               coalesce(-sum(outstanding_cents) filter (where outstanding_cents < 0), 0)::bigint as overpaid
          from invoices i join batches b on b.company_id = i.company_id and b.id = i.batch_id
         where i.company_id = ${tenant.company.companyId} and b.transmitted_at is not null`
      const today = await getOutstanding(tenant.ctx())
      assert.deepEqual([today.totalCents, today.overpaidCents], [owed, overpaid])
    }),
    { numRuns: 20 },
  )
})

test('a payment at half past eleven in the evening is on that day in Amsterdam, also when the clocks change', async () => {
  const tenant = await running.tenant({ timeZone: 'Europe/Amsterdam' })
  const pay = (at: string) =>
    aHistory(tenant, {
      issuedOn: '2026-03-01',
      dueOn: '2026-03-15',
      transmittedAt: '2026-03-01T12:00:00Z',
      createdAt: '2026-03-01T12:00:00Z',
      lines: [
        { kind: 'charge', cents: 1000, at: '2026-03-01T12:00:00Z' },
        { kind: 'payment', cents: -1000, at },
      ],
    })
  // 23:30 on 28 March (+01:00), and 23:30 on 29 March (+02:00): the night between lacks an hour.
  await pay('2026-03-28T22:30:00Z')
  await pay('2026-03-29T21:30:00Z')
  // 00:30 on 30 March.
  await pay('2026-03-29T22:30:00Z')
  const on = async (day: string) => {
    const { invoices, totalCents, days1to30 } = await getOutstanding(tenant.ctx(), day)
    assert.equal(totalCents, days1to30)
    return [invoices, totalCents]
  }
  assert.deepEqual(await on('2026-03-27'), [3, 3000])
  assert.deepEqual(await on('2026-03-28'), [2, 2000])
  assert.deepEqual(await on('2026-03-29'), [1, 1000])
  assert.deepEqual(await on('2026-03-30'), [0, 0])
})

test('the rows are paged without gap or double, most first, and another company sees nothing of them', async () => {
  const [tenant, other] = [await running.tenant(), await running.tenant()]
  const batches = new Map<string, number>()
  for (let i = 0; i < 7; i += 1) {
    const transmittedAt = '2026-10-01T00:00:00Z'
    const batchId = await anImport(tenant, transmittedAt, `Import ${i}`)
    // Two of each amount: the order is told by the id then.
    const cents = 1000 * (1 + Math.trunc(i / 2))
    await aHistory(tenant, {
      issuedOn: '2026-10-01',
      transmittedAt,
      createdAt: transmittedAt,
      batchId,
      lines: [{ kind: 'charge', cents, at: transmittedAt }],
    })
    batches.set(batchId, cents)
  }
  const seen: { id: string; totalCents: number; name: string | null }[] = []
  for (let more = true; more;) {
    const last = seen.at(-1)
    const page = await listAgeing(tenant.ctx(), { asOf: undefined, by: 'import' }, { after: last, limit: 3 })
    seen.push(...page.rows)
    more = page.more
  }
  assert.equal(new Set(seen.map(({ id }) => id)).size, 7)
  for (const { id, totalCents, name } of seen) {
    assert.equal(totalCents, batches.get(id))
    assert.match(name!, /^Import/)
  }
  assert.deepEqual(
    seen.map(({ totalCents }) => totalCents),
    seen.map(({ totalCents }) => totalCents).toSorted((a, b) => b - a),
  )
  assert.deepEqual((await getOutstanding(other.ctx())).totalCents, 0)
})

test('a day that is none or has not come is refused', async () => {
  const tenant = await running.tenant()
  for (const day of ['2026-11-31', '2026-11-22', 'today'])
    await assert.rejects(getOutstanding(tenant.ctx(), day), { code: 'invalid', about: 'asOf' })
})

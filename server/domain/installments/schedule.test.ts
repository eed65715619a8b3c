import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { installmentIntervals as intervals } from '../collection/settings.ts'
import { firstDay, offersFor, split } from './schedule.ts'
import { sharesOf } from './shares.ts'

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString())

test('the parts add up, differ by the remainder of the first only, and none is negative', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 12 }),
      (cents, parts) => {
        const shares = split(cents, parts)
        assert.equal(shares.length, parts)
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          cents,
        )
        assert.equal(new Set(shares.slice(1)).size <= 1, true)
        assert.ok(shares[0]! >= (shares[1] ?? 0) && shares[0]! - (shares[1] ?? shares[0]!) < parts)
      },
    ),
  )
})

test('of any terms: every plan on offer has all its days and cents', () => {
  const terms = fc.record({
    counts: fc.uniqueArray(fc.integer({ min: 2, max: 12 })),
    intervals: fc.uniqueArray(fc.constantFrom(...intervals)),
    feeCents: fc.integer({ min: 0, max: 1000 }),
    surchargeCents: fc.integer({ min: 0, max: 1000 }),
    chargebackFeeCents: fc.constant(0),
    mayCharge: fc.boolean(),
    firstDue: fc.constantFrom('at_once' as const, 'after_interval' as const, 'invoice_due' as const),
    announceDays: fc.constant(0),
    holdsMandates: fc.boolean(),
  })
  fc.assert(
    fc.property(
      terms,
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.option(day),
      day,
      (of, outstandingCents, dueOn, today) => {
        for (const offer of offersFor(of, { outstandingCents, dueOn }, today)) {
          const { installments, count, intervalDays, feesCents, totalCents } = offer
          assert.ok(of.counts.includes(count) && (of.intervals as number[]).includes(intervalDays))
          assert.equal(installments.length, count)
          assert.equal(feesCents, of.surchargeCents + count * of.feeCents)
          assert.equal(
            installments.reduce((sum, { amountCents }) => sum + amountCents, 0),
            totalCents,
          )
          assert.equal(totalCents, outstandingCents + feesCents)
          assert.ok(installments.every(({ amountCents, feeCents }) => amountCents - feeCents >= 100))
          assert.equal(installments[0]!.dueOn, firstDay(of.firstDue, { today, intervalDays, dueOn }))
          assert.ok(installments[0]!.dueOn >= today)
          for (const [i, { dueOn: on }] of installments.entries())
            assert.equal(
              Temporal.PlainDate.from(installments[0]!.dueOn).until(on, { largestUnit: 'day' }).days,
              i * intervalDays,
            )
        }
      },
    ),
  )
})

test('plain days: neither a leap day nor a change of the clock moves an installment', () => {
  const [offer] = offersFor(
    {
      counts: [3],
      intervals: [30],
      feeCents: 50,
      surchargeCents: 0,
      chargebackFeeCents: 0,
      mayCharge: false,
      firstDue: 'at_once',
      announceDays: 0,
      holdsMandates: false,
    },
    { outstandingCents: 10_000, dueOn: null },
    '2028-01-31',
  )
  assert.deepEqual(offer!.installments, [
    { dueOn: '2028-01-31', amountCents: 3384, feeCents: 50 },
    { dueOn: '2028-03-01', amountCents: 3383, feeCents: 50 },
    { dueOn: '2028-03-31', amountCents: 3383, feeCents: 50 },
  ])
})

const part = fc.oneof(
  fc.record({
    state: fc.constantFrom('in_progress' as const, 'due' as const, 'planned' as const),
    askedCents: fc.integer({ min: 1, max: 5000 }),
  }),
  fc.record({
    state: fc.constantFrom('planned' as const, 'paid' as const, 'failed' as const, 'canceled' as const),
    askedCents: fc.constant(null),
  }),
)

test('shares: never negative, of open installments only, and together what is outstanding', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5000, max: 50_000 }),
      fc.array(part, { maxLength: 12 }),
      (outstanding, parts) => {
        const installments = parts.map((one, i) => ({ ...one, id: String(i) }))
        const { ofInstallment, beyondCents } = sharesOf(outstanding, installments)
        const atBank = installments
          .filter(({ state }) => state === 'in_progress')
          .reduce((sum, { askedCents }) => sum + askedCents!, 0)
        const sum = [...ofInstallment.values()].reduce((cents, share) => cents + share, 0)
        assert.equal(sum + beyondCents, Math.max(outstanding, 0, atBank))
        assert.ok([...ofInstallment.values(), beyondCents].every((cents) => cents >= 0))
        for (const { id, state } of installments)
          assert.equal(ofInstallment.has(id), ['in_progress', 'due', 'planned'].includes(state))
      },
    ),
  )
})

test('a failed installment falls to those to come, evenly, and what was asked stays as it was asked', () => {
  const of = (state: 'failed' | 'due' | 'planned', askedCents: number | null, i: number) => ({
    id: String(i),
    state,
    askedCents,
  })
  const shares = (...parts: ReturnType<typeof of>[]) => [...sharesOf(7300, parts).ofInstallment.values()]
  assert.deepEqual(
    shares(of('failed', 2500, 0), of('due', 2500, 1), of('planned', null, 2), of('planned', null, 3)),
    [2500, 2400, 2400],
  )
  assert.deepEqual(shares(of('failed', 2500, 0), of('due', 2500, 1)), [7300])
})

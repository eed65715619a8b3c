import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, shiftDay } from '../../kernel/time.ts'
import { parseStretch, periodAt, periodLengths, periodsOf, yearBefore } from './periods.ts'
import { seasonOf } from './season.ts'

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days))
const aStretch = fc
  .tuple(aDay, fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }))

test('a season is the twelve months that hold the day', () => {
  assert.deepEqual(seasonOf('2026-11-21', 1), { from: '2026-01-01', to: '2026-12-31' })
  assert.deepEqual(seasonOf('2026-11-21', 9), { from: '2026-09-01', to: '2027-08-31' })
  assert.deepEqual(seasonOf('2026-08-31', 9), { from: '2025-09-01', to: '2026-08-31' })
  assert.deepEqual(seasonOf('2024-02-29', 3), { from: '2023-03-01', to: '2024-02-29' })
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 12 }), (day, month) => {
      const { from, to } = seasonOf(day, month)
      assert.ok(from <= day && day <= to)
      assert.equal(Number(from.slice(5, 7)), month)
      assert.equal(shiftDay(from, { years: 1 }), addDays(to, 1))
    }),
  )
})

test('periods follow each other from the first day to the last, without gap or overlap', () => {
  fc.assert(
    fc.property(aStretch, fc.constantFrom(...periodLengths), (stretch, length) => {
      const periods = periodsOf(stretch, length)
      assert.equal(periods[0]!.from, stretch.from)
      assert.equal(periods.at(-1)!.to, stretch.to)
      for (const [i, { from, to }] of periods.entries()) {
        assert.ok(from <= to)
        if (i > 0) assert.equal(from, addDays(periods[i - 1]!.to, 1))
        if (length === 'month') assert.equal(from.slice(0, 7), to.slice(0, 7))
        else assert.ok(daysBetween(from, to) <= 6)
      }
    }),
  )
})

test('a season is compared with the whole of the last, anything else with as many days of it', () => {
  assert.deepEqual(yearBefore({ from: '2026-01-01', to: '2026-12-31' }), {
    from: '2025-01-01',
    to: '2025-12-31',
  })
  assert.deepEqual(yearBefore({ from: '2025-01-01', to: '2025-12-31' }), {
    from: '2024-01-01',
    to: '2024-12-31',
  })
  assert.deepEqual(yearBefore({ from: '2025-01-01', to: '2025-03-01' }), {
    from: '2024-01-01',
    to: '2024-02-29',
  })
  assert.deepEqual(yearBefore({ from: '2024-02-29', to: '2024-02-29' }), {
    from: '2023-02-28',
    to: '2023-02-28',
  })
  fc.assert(
    fc.property(aStretch, (stretch) => {
      const before = yearBefore(stretch)
      assert.ok(before.from < stretch.from && before.from <= before.to)
      const [days, daysBefore] = [stretch, before].map(({ from, to }) => daysBetween(from, to))
      assert.ok(Math.abs(days! - daysBefore!) <= 2)
    }),
  )
})

test('every day of the year before falls in a period, in order; the leap day in the one of its number', () => {
  const season = { from: '2025-01-01', to: '2025-12-31' }
  const months = periodsOf(season, 'month')
  // 29 February 2024 is the sixtieth day, as 1 March 2025 is; 31 December 2024 is one more than 2025 has.
  assert.equal(periodAt(months, 59), 2)
  assert.equal(periodAt(months, 365), 11)
  fc.assert(
    fc.property(aStretch, fc.constantFrom(...periodLengths), (stretch, length) => {
      const periods = periodsOf(stretch, length)
      const before = yearBefore(stretch)
      let last = 0
      for (let day = 0; day <= daysBetween(before.from, before.to); day += 1) {
        const at = periodAt(periods, day)
        assert.ok(at >= last && at < periods.length)
        last = at
      }
    }),
    { numRuns: 30 },
  )
})

test('a stretch that cannot be looked over is refused', () => {
  for (const [from, to, field] of [
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-01-01', 'x', 'to'],
    ['2026-01-02', '2026-01-01', 'to'],
    ['2020-01-01', '2026-01-01', 'to'],
  ] as const)
    assert.throws(() => parseStretch(from, to), { code: 'invalid', about: field })
})

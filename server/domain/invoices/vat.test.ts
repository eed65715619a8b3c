import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { percentageOf } from '../../kernel/money.ts'
import { grossCents, vatBreakdown, type NetLine } from './vat.ts'

const lines = fc.array(
  fc.record({
    netCents: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    vatRate: fc.constantFrom(0, 9, 21),
  }),
  { maxLength: 40 },
)

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

test('the gross lines add up to the net of each rate plus its tax, rounded once per rate', () => {
  fc.assert(
    fc.property(lines, (given: NetLine[]) => {
      const expected = sum(
        [0, 9, 21].map((rate) => {
          const net = sum(given.filter((line) => line.vatRate === rate).map((line) => line.netCents))
          return net + percentageOf(net, rate)
        }),
      )
      assert.equal(sum(grossCents(given)), expected)
    }),
  )
})

test('no line is a cent or more away from its own exact gross', () => {
  fc.assert(
    fc.property(lines, (given: NetLine[]) => {
      grossCents(given).forEach((gross, index) => {
        const { netCents, vatRate } = given[index]!
        assert.ok(Math.abs(gross * 100 - netCents * (100 + vatRate)) <= 100)
      })
    }),
  )
})

test('three lines of ten cents at 21 percent bear six cents of tax, not three times two', () => {
  const line = { netCents: 10, vatRate: 21 }
  assert.deepEqual(grossCents([line, line, line]), [12, 12, 12])
  assert.deepEqual(
    grossCents([line, line, line, line, line]),
    [13, 12, 12, 12, 12].sort((a, b) => b - a),
  )
})

test('the tax of each rate is within half a cent of the exact one, and a half goes away from zero', () => {
  fc.assert(
    fc.property(lines, (given: NetLine[]) => {
      for (const { vatRate, baseCents, taxCents } of vatBreakdown(given).rates) {
        // In hundredths of a cent, exact: what was rounded off.
        const off = BigInt(taxCents) * 100n - BigInt(baseCents) * BigInt(vatRate)
        assert.ok(off >= -50n && off <= 50n)
        if (off === 50n) assert.ok(baseCents > 0)
        if (off === -50n) assert.ok(baseCents < 0)
      }
    }),
  )
})

test('a breakdown names each rate once, its totals are the sums of the rates and of the gross lines', () => {
  fc.assert(
    fc.property(lines, (given: NetLine[]) => {
      const { rates, netCents, taxCents, grossCents: total } = vatBreakdown(given)
      assert.deepEqual(
        rates.map(({ vatRate }) => vatRate),
        [...new Set(given.map(({ vatRate }) => vatRate))].sort((a, b) => a - b),
      )
      assert.equal(netCents, sum(given.map((line) => line.netCents)))
      assert.equal(taxCents, sum(rates.map((rate) => rate.taxCents)))
      assert.equal(total, netCents + taxCents)
      assert.equal(total, sum(grossCents(given)))
    }),
  )
})

test('the order of the lines, and how an amount is spread over them, changes nothing', () => {
  fc.assert(
    fc.property(
      lines.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      fc.integer({ min: -1000, max: 1000 }),
      ([given, shuffled], cents) => {
        assert.deepEqual(vatBreakdown(shuffled), vatBreakdown(given))
        const spread = given.flatMap(({ netCents, vatRate }) => [
          { netCents: netCents - cents, vatRate },
          { netCents: cents, vatRate },
        ])
        assert.deepEqual(vatBreakdown(spread), vatBreakdown(given))
      },
    ),
  )
})

test('the opposite lines bear the opposite tax: a credit gives back what was charged', () => {
  const opposite = (given: NetLine[]) => given.map((line) => ({ ...line, netCents: 0 - line.netCents }))
  fc.assert(
    fc.property(lines, (given: NetLine[]) => {
      assert.equal(vatBreakdown(opposite(given)).grossCents, 0 - vatBreakdown(given).grossCents)
    }),
  )
})

test('halves of a cent, by hand: 50 cents at 9 percent is 4.5 cents of tax', () => {
  const taxOf = (netCents: number, vatRate: number) => vatBreakdown([{ netCents, vatRate }]).taxCents
  assert.equal(taxOf(50, 9), 5)
  assert.equal(taxOf(-50, 9), -5)
  assert.equal(taxOf(50, 21), 11)
  assert.equal(taxOf(1295, 21), 272)
  assert.deepEqual(vatBreakdown([]), { rates: [], netCents: 0, taxCents: 0, grossCents: 0 })
})

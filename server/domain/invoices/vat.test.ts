import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { percentageOf } from '../../kernel/money.ts'
import { grossCents, type NetLine } from './vat.ts'

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

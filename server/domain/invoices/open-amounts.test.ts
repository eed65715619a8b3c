import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LineSubtype } from './invoice.ts'
import { openAmounts } from './open-amounts.ts'

const subtypes: (LineSubtype | null)[] = [null, 'donation', 'surcharge', 'chargeback_fee', 'late_payment_fee']

test('whatever the lines, the open amounts are positive, one per subtype, and add up to what is outstanding', () => {
  const line = fc.record({
    subtype: fc.constantFrom(...subtypes),
    amountCents: fc.integer({ min: -100_000, max: 100_000 }),
  })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const open = openAmounts(lines)
      const outstanding = lines.reduce((sum, { amountCents }) => sum + amountCents, 0)
      assert.equal(
        open.reduce((sum, { cents }) => sum + cents, 0),
        Math.max(0, outstanding),
      )
      assert.ok(open.every(({ cents }) => cents > 0))
      assert.equal(new Set(open.map(({ subtype }) => subtype)).size, open.length)
    }),
  )
})

test('a fee that was not paid is open as a fee, the rest as the invoiced amount', () => {
  assert.deepEqual(
    openAmounts([
      { subtype: null, amountCents: 5000 },
      { subtype: 'chargeback_fee', amountCents: 250 },
      { subtype: null, amountCents: -2000 },
    ]),
    [
      { subtype: null, cents: 3000 },
      { subtype: 'chargeback_fee', cents: 250 },
    ],
  )
})

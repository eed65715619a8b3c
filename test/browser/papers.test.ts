import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { vatBreakdown } from '../../server/domain/invoices/vat.ts'
import { nextNumber } from '../../web/pages/papers/next-number.ts'
import { decimalOf, totalsOf } from '../../web/pages/papers/vat.ts'

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 })
const typed = (amount: number) => (amount / 100).toFixed(2)

test('whatever the lines: what the form adds up while one types is what the server makes of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ netCents: cents, vatRate: fc.constantFrom(0, 9, 21) }), { minLength: 1 }),
      (lines) => {
        const { net, rates, gross } = totalsOf(
          lines.map(({ netCents, vatRate }) => ({
            description: 'x',
            amountExclVat: typed(netCents),
            vatRate: String(vatRate),
          })),
        )
        const server = vatBreakdown(lines)
        assert.deepEqual([net, gross], [server.netCents, server.grossCents])
        assert.deepEqual(
          rates,
          server.rates
            .filter(({ vatRate, baseCents }) => vatRate > 0 && baseCents !== 0)
            .map(({ vatRate, taxCents }) => ({ rate: vatRate, vat: taxCents })),
        )
      },
    ),
  )
})

test('an amount is read as people of any of the languages write it', () => {
  fc.assert(
    fc.property(cents, (amount) => {
      for (const locale of ['nl', 'en', 'de', 'fr', 'it', 'de-CH'])
        for (const useGrouping of [true, false]) {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, useGrouping }).format(
            amount / 100,
          )
          assert.equal(Number(decimalOf(text.replace('\u2212', '-'))), amount / 100, text)
        }
    }),
  )
  for (const none of ['', 'ten', '1.2.3', '12,345,67', '1e3', '0x10', '12.345.6', '9'.repeat(20)])
    assert.equal(decimalOf(none), undefined, none)
})

test('the next number counts the last digits up, as wide as they were', () => {
  assert.equal(nextNumber('2026-0042'), '2026-0043')
  assert.equal(nextNumber('F99'), 'F100')
  assert.equal(nextNumber('0009'), '0010')
  assert.equal(nextNumber('2026-A'), undefined)
  assert.equal(nextNumber(''), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCents, MAX_CENTS, parseCents, percentageOf, roundedDivision } from './money.ts'

test('amounts go to cents and back without loss', () => {
  fc.assert(
    fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), (cents) => {
      assert.equal(parseCents(formatCents(cents)), cents === 0 ? 0 : cents)
    }),
  )
})

test('what is no amount is refused', () => {
  for (const text of [
    '',
    '1,5',
    '1.005',
    '1e3',
    'NaN',
    ' 1',
    '1.',
    '.5',
    '--1',
    '0x10',
    '1_000',
    '1000000000.01',
    '٣',
  ])
    assert.equal(parseCents(text), undefined, text)
  assert.equal(parseCents('12.9'), 1290)
  assert.equal(parseCents('-0.00'), 0)
})

test('half a cent rounds away from zero', () => {
  assert.equal(percentageOf(50, 21), 11)
  assert.equal(percentageOf(-50, 21), -11)
  assert.equal(roundedDivision(5n, 10n), 1n)
  assert.equal(roundedDivision(4n, 10n), 0n)
})

test('a rounded percentage is never more than half a cent off', () => {
  fc.assert(
    fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), fc.constantFrom(0, 9, 21), (cents, rate) => {
      const off = BigInt(percentageOf(cents, rate)) * 100n - BigInt(cents) * BigInt(rate)
      assert.ok(off <= 50n && off >= -50n)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { epcText, qrSquares, type Transfer } from './epc-code.ts'

const transfer: Transfer = {
  name: 'Hockeyclub De Bûter',
  iban: 'NL91ABNA0417164300',
  bic: 'ABNANL2A',
  cents: 1295,
  remittance: '100001 2026-001',
}

test('the lines of the code are those of EPC069-12, version 002', () => {
  assert.equal(
    epcText(transfer),
    [
      'BCD',
      '002',
      '1',
      'SCT',
      'ABNANL2A',
      'Hockeyclub De Bûter',
      'NL91ABNA0417164300',
      'EUR12.95',
      '',
      '',
      '100001 2026-001',
    ].join('\n'),
  )
  assert.equal(epcText({ ...transfer, bic: null })!.split('\n')[4], '')
})

test('an amount that cannot be transferred makes no code', () => {
  for (const cents of [0, -1, 100_000_000_000]) assert.equal(epcText({ ...transfer, cents }), undefined)
  assert.match(epcText({ ...transfer, cents: 1 })!, /EUR0\.01/)
  assert.match(epcText({ ...transfer, cents: 99_999_999_999 })!, /EUR999999999\.99/)
})

test('whatever the name and the note, every field is in its line and within its bounds', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 99_999_999_999 }), (name, remittance, cents) => {
      const code = epcText({ ...transfer, name, remittance, cents })!
      const lines = code.split('\n')
      assert.equal(lines.length, 11)
      assert.equal(lines[6], transfer.iban)
      assert.ok(Array.from(lines[5]!).length <= 70 && Array.from(lines[10]!).length <= 140)
      assert.ok(code.isWellFormed() || !(name + remittance).isWellFormed())
      assert.ok(Buffer.byteLength(code) <= 331)
      // At most version 13, which is 69 squares wide.
      assert.ok(qrSquares(code).size <= 69)
    }),
  )
})

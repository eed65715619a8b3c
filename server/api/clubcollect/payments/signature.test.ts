import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fits, signatureOf, signingString } from './signature.ts'

const KEY = '3ac2bf2359c1eb184fe0fea01f624bc1d8581981'
const COMPANY = '25b39de9bedc3409e195a99bb3a31918c12182e7'

const documented = new Map([
  ['first_name', 'John'],
  ['redirect_url', 'http://partner-test.nl'],
  ['country_code', 'NL'],
  ['external_invoice_number', '123456'],
  ['amount_cents', '1000'],
  ['last_name', 'Doe'],
  ['locale', ''],
  ['company_id', 'd4b8772c67154a6bced8a8b827e177cc00111fe0'],
  ['payment_reference', 'Club membership 2019/2'],
])

test('the documented parameters have the documented string and signature', () => {
  assert.equal(
    signingString(documented),
    'amount_cents1000company_idd4b8772c67154a6bced8a8b827e177cc00111fe0country_codeNLexternal_invoice_number123456first_nameJohnlast_nameDoepayment_referenceClub membership 2019/2redirect_urlhttp://partner-test.nl',
  )
  assert.equal(
    signatureOf(documented, KEY),
    '754966cc8946c8125b365fcb5cf0e27edd98fe7516de7ea17f1b5254bcf7a00e',
  )
})

const derived: [string, [string, string][], string][] = [
  [
    'status',
    [
      ['id', 'ae515fabdd886cd0c49408f9696c5498848977fe'],
      ['company_id', COMPANY],
    ],
    '6b11e80494834ff525e49781e33cbeb84af77ca2aab57c2fb57e33a9b9a2a566',
  ],
  ['feed', [['company_id', COMPANY]], 'bebb9c3a76209e7336b0b244cdc8dd90b05d0c8e809a0e4fe383bbd0e5c58488'],
  [
    'feed with an empty page',
    [
      ['page', ''],
      ['company_id', COMPANY],
    ],
    'bebb9c3a76209e7336b0b244cdc8dd90b05d0c8e809a0e4fe383bbd0e5c58488',
  ],
  [
    'feed, page 2',
    [
      ['page', '2'],
      ['company_id', COMPANY],
    ],
    'a05ee90c3ebbfec3edba67a6bc0a08b9b8385b296588cbef84a8166053fc7633',
  ],
  [
    'return',
    [
      ['payment_result', 'authorized'],
      ['payment_method', 'ideal'],
      ['payment_id', 'ae515fabdd886cd0c49408f9696c5498848977fe'],
      ['invoice_id', 'e06be9959a6d5ad6e1ce80caf97e3244d6024dd1'],
      ['external_invoice_number', '12345'],
      ['company_id', COMPANY],
    ],
    'd75a0453cb22fcf25fcee765a6035776fc4cd41f34b18e16d6e0bf8e7cdfdcbe',
  ],
]

for (const [about, parameters, signature] of derived)
  test(`the signature of ${about} is the derived one`, () =>
    assert.equal(signatureOf(new Map(parameters), KEY), signature))

test('names are sorted by their bytes, not by any alphabet', () => {
  const parameters = new Map([
    ['é', '1'],
    ['z', '2'],
    ['a_b', '3'],
    ['aB', '4'],
    ['ab', '5'],
  ])
  assert.equal(signingString(parameters), 'aB4a_b3ab5z2é1')
})

test('any valid key will do, in either case; what is no signature fits nothing', () => {
  const signature = signatureOf(documented, KEY)
  const other = '7742c368f2dce09b78ddcaf50c61cd238b8e99cb'
  assert.ok(fits(documented, signature, [other, KEY]))
  assert.ok(fits(documented, signature.toUpperCase(), [KEY]))
  assert.equal(fits(documented, signature, [other]), false)
  assert.equal(fits(documented, signature, []), false)
  for (const wrong of [
    undefined,
    '',
    '0',
    signature.slice(1),
    `${signature}0`,
    ` ${signature}`,
    'x'.repeat(64),
  ])
    assert.equal(fits(documented, wrong, [KEY]), false)
})

test('the order of the parameters does not matter; a changed value, one more or one less does', () => {
  const name = fc.stringMatching(/^[a-z_]{1,8}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, fc.string({ minLength: 1 })), { selector: ([n]) => n, minLength: 1 }),
      fc.nat(),
      (pairs, at) => {
        const signature = signatureOf(new Map(pairs), KEY)
        assert.ok(fits(new Map(pairs.toReversed()), signature, [KEY]))
        const [one] = pairs.slice(at % pairs.length)
        assert.equal(fits(new Map([...pairs, [one![0], `${one![1]}x`]]), signature, [KEY]), false)
        assert.equal(fits(new Map(pairs.filter((pair) => pair !== one)), signature, [KEY]), false)
        assert.equal(fits(new Map([...pairs, ['UPPER', '1']]), signature, [KEY]), false)
      },
    ),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from './ids.ts'
import { dashed, decodeUuid, encodeUuid } from './base32.ts'

const uuid = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => dashed(Buffer.from(bytes).toString('hex')))

test('known UUIDs are the 26 characters that Crockford’s alphabet gives them', () => {
  for (const [id, text] of [
    ['00000000-0000-0000-0000-000000000000', '0'.repeat(26)],
    ['00000000-0000-0000-0000-00000000001f', `${'0'.repeat(25)}z`],
    ['00000000-0000-0000-0000-000000000020', `${'0'.repeat(24)}10`],
    ['ffffffff-ffff-ffff-ffff-ffffffffffff', `7${'z'.repeat(25)}`],
    // The UUIDv7 of RFC 9562, appendix A.6.
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', '01fwhe4ydgfk1shh6w1g60eecf'],
  ] as const) {
    assert.equal(encodeUuid(id), text)
    assert.equal(decodeUuid(text), id)
  }
})

test('every UUID comes back, and its text is of the alphabet', () => {
  fc.assert(
    fc.property(uuid, (id) => {
      assert.match(encodeUuid(id), /^[0-7][0-9a-hjkmnp-tv-z]{25}$/)
      assert.equal(decodeUuid(encodeUuid(id)), id)
    }),
  )
})

test('the texts sort as the UUIDs do, so that newer ids are later ones', () => {
  fc.assert(fc.property(uuid, uuid, (a, b) => assert.equal(encodeUuid(a) < encodeUuid(b), a < b)))
  const made = Array.from({ length: 200 }, () => encodeUuid(newId()))
  assert.deepEqual(made.toSorted(), made)
})

test('each UUID has one text: whatever decodes is what its UUID encodes to', () => {
  const character = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 26, maxLength: 26 }), (text) => {
      const id = decodeUuid(text)
      if (id !== undefined) assert.equal(encodeUuid(id), text)
      else assert.match(text, /^[8-9a-z]|[ilou]/)
    }),
  )
})

test('what is no such text is undefined', () => {
  const zeros = '0'.repeat(26)
  for (const text of [
    '',
    '0',
    zeros.slice(1),
    `${zeros}0`,
    // More than 128 bits.
    `8${zeros.slice(1)}`,
    `z${zeros.slice(1)}`,
    ...'iloIUA-_ .\0é'.split('').map((character) => `${zeros.slice(1)}${character}`),
    ` ${zeros.slice(1)}`,
    '\ud83d\ude00'.repeat(13),
    '__proto__'.padEnd(26, '0'),
  ])
    assert.equal(decodeUuid(text), undefined, JSON.stringify(text))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dashed } from '../../kernel/base32.ts'
import { decodeId, encodeId } from './ids.ts'

const UUID = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
const HEX = '017f22e279b07cc398c4dc0c0c07398f'

test('an id is the digits of the UUID, then the company’s number in eight', () => {
  assert.equal(encodeId(1, UUID), `${HEX}00000001`)
  assert.equal(encodeId(0x7fffffff, UUID), `${HEX}7fffffff`)
  assert.deepEqual(decodeId(`${HEX}000000ff`), { companyId: 255, id: UUID })
})

test('every id comes back, and has the form that clients in the field check', () => {
  const uuid = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => dashed(Buffer.from(bytes).toString('hex')))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 0x7fffffff }), uuid, (companyId, id) => {
      const text = encodeId(companyId, id)
      assert.match(text, /^[0-9a-f]{40,}$/)
      assert.equal(text.length, 40)
      assert.deepEqual(decodeId(text), { companyId, id })
    }),
  )
})

test('what cannot be an id of ours is undefined, the blemished samples of the documentation included', () => {
  const good = `${HEX}00000001`
  for (const id of [
    '',
    good.slice(1),
    `${good}0`,
    `${good}\n`,
    ` ${good}`,
    good.toUpperCase(),
    UUID,
    // No company has the number 0, and none a number that the database cannot hold.
    `${HEX}00000000`,
    `${HEX}80000000`,
    `${HEX}ffffffff`,
    '912ebbcef7c775b0d00dc098cd7e213c6dbf8ci3',
    'e06be9959a6d5a1ce80caf97e3244d6024dd1',
    undefined,
    null,
    1,
    [good],
    { toString: () => good },
  ])
    assert.equal(decodeId(id), undefined, String(id))
})

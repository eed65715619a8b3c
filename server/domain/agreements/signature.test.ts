import assert from 'node:assert/strict'
import { deflateSync } from 'node:zlib'
import { test } from 'node:test'
import fc from 'fast-check'
import { aPng, aSignature, dataUrlOf } from '../../../test/support/agreements.ts'
import { BalieError } from '../../kernel/errors.ts'
import { isJpeg } from '../../kernel/jpeg.ts'
import { isPng } from './png.ts'
import { parseSignature, signatureHash } from './signature.ts'

/** One white pixel. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
)
const baseline = Buffer.from(jpeg)
baseline[baseline.indexOf(Buffer.from([0xff, 0xc9])) + 1] = 0xc0

test('a PNG is taken whole, in any of its kinds that can be drawn', () => {
  const png = aPng()
  assert.ok(isPng(png))
  assert.ok(!isPng(png.subarray(0, png.length - 1)), 'without its end')
  for (let at = 8; at < png.length - 12; at += 1) {
    const changed = Buffer.from(png)
    changed[at] = changed[at]! ^ 0xff
    assert.ok(!isPng(changed), `with another byte at ${at}`)
  }
})

test('a PNG that unpacks to more, or less, than it says is none', () => {
  const size = { width: 10, height: 10 }
  assert.ok(isPng(aPng({ ...size, data: deflateSync(Buffer.alloc(10 * 41)) })))
  assert.ok(!isPng(aPng({ ...size, data: deflateSync(Buffer.alloc(10 * 41 - 1)) })))
  assert.ok(!isPng(aPng({ ...size, data: deflateSync(Buffer.alloc(50_000_000)) })))
  assert.ok(!isPng(aPng({ width: 60_000, height: 60_000, data: deflateSync(Buffer.alloc(10)) })))
  assert.ok(!isPng(aPng({ width: 0, height: 10, data: deflateSync(Buffer.alloc(10)) })))
})

test('a JPEG is taken as viewers draw it, to its end', () => {
  assert.ok(isJpeg(baseline))
  assert.ok(!isJpeg(jpeg), 'arithmetic coding is drawn by none')
  for (let length = 0; length < baseline.length; length += 1)
    assert.ok(!isJpeg(baseline.subarray(0, length)), `its first ${length} bytes`)
})

test('no bytes break the reading of either', () => {
  const around = (bytes: Buffer) =>
    fc.record({ at: fc.nat(bytes.length - 1), bytes: fc.uint8Array({ maxLength: 20 }) }).map((change) => {
      const copy = Buffer.from(bytes)
      copy.set(change.bytes.subarray(0, copy.length - change.at), change.at)
      return copy
    })
  const any = fc.oneof(fc.uint8Array().map(Buffer.from), around(aPng()), around(baseline))
  fc.assert(
    fc.property(any, (bytes) => {
      assert.equal(typeof isPng(bytes), 'boolean')
      assert.equal(typeof isJpeg(bytes), 'boolean')
    }),
    { numRuns: 500 },
  )
})

test('a signature is a data URL of a picture; blanks of a form encoding are forgiven', () => {
  const parsed = parseSignature(aSignature, 'signature')
  assert.deepEqual([parsed.kind, parsed.dataUrl], ['png', aSignature])
  assert.equal(parseSignature(aSignature.replaceAll('+', ' '), 'signature').dataUrl, aSignature)
  assert.equal(
    parseSignature(dataUrlOf(baseline, 'image/jpg'), 'x').dataUrl,
    dataUrlOf(baseline, 'image/jpeg'),
  )
  const large = dataUrlOf(aPng({ width: 600, height: 600, data: Buffer.alloc(300_000, 1) }))
  for (const text of ['', 'data:', aSignature.slice(22), large, `${aSignature}*`, dataUrlOf(baseline)])
    assert.throws(
      () => parseSignature(text, 'signature'),
      (error) => error instanceof BalieError && error.code === 'invalid' && error.about === 'signature',
    )
})

test('the hash is of the data URL and the moment, as they are shown', () => {
  const hash = signatureHash('data:image/png;base64,AA==', '2025-09-13T17:23:14+02:00')
  assert.match(hash, /^[0-9a-f]{64}$/)
  // printf '%s' 'data:image/png;base64,AA==2025-09-13T17:23:14+02:00' | sha256sum
  assert.equal(hash, '0a6a07fdd52200b0a24f937ca0f318c176c979147dd0139b121dc19978bfec00')
})

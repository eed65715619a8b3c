import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { aPng } from '../../test/support/png.ts'
import { isPng } from './png.ts'

/** The same PNG with one chunk's data changed and its checksum right. */
function withChunk(type: string, change: (data: Buffer) => Buffer): Buffer {
  const png = aPng()
  const at = png.indexOf(type) - 4
  const data = change(Buffer.from(png.subarray(at + 8, at + 8 + png.readUInt32BE(at))))
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return Buffer.concat([png.subarray(0, at), chunk, png.subarray(at + 12 + png.readUInt32BE(at))])
}

const withHeader = (offset: number, ...bytes: number[]) =>
  withChunk('IHDR', (data) => {
    data.set(bytes, offset)
    return data
  })

test('a whole PNG is one, up to its size', () => {
  assert.ok(isPng(aPng(), 2000))
  assert.ok(isPng(aPng(240, 80), 240))
  assert.ok(!isPng(aPng(241, 80), 240))
  assert.ok(
    isPng(
      withChunk('IDAT', (data) => data),
      2000,
    ),
  )
})

test('a PNG with any byte changed, or any end missing, or something after it is none', () => {
  const png = aPng(40, 20)
  fc.assert(
    fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const spoiled = Buffer.from(png)
      spoiled[at]! ^= change
      assert.ok(!isPng(spoiled, 2000))
      assert.ok(!isPng(png.subarray(0, at), 2000))
    }),
  )
  assert.ok(!isPng(Buffer.concat([png, Buffer.from('<script>')]), 2000))
  assert.ok(!isPng(Buffer.concat([png, png]), 2000))
})

test('right checksums do not make a PNG of what is none', () => {
  for (const spoiled of [
    withHeader(0, 0, 0, 0, 0),
    withHeader(0, 0xff, 0xff, 0xff, 0xff),
    withHeader(4, 0, 0, 0, 79),
    withHeader(4, 0, 0, 0, 81),
    withHeader(8, 3),
    withHeader(9, 3),
    withHeader(9, 7),
    withHeader(10, 1),
    withHeader(12, 1),
    withChunk('IDAT', () => Buffer.alloc(0)),
    withChunk('IDAT', () => deflateSync(Buffer.alloc(100))),
    // A bomb: it is not unpacked any further than a picture of that size needs.
    withChunk('IDAT', () => deflateSync(Buffer.alloc(50_000_000))),
    withChunk('IDAT', () => deflateSync(Buffer.alloc((1 + 240 * 4) * 80, 5))),
  ])
    assert.ok(!isPng(spoiled, 2000))
  for (const other of ['', 'hello', '%PDF-1.7', 'GIF89a']) assert.ok(!isPng(Buffer.from(other), 2000), other)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import { aPng } from '../../../test/support/png.ts'
import { readPicture } from './picture.ts'

const refused = (bytes: Buffer) =>
  assert.throws(() => readPicture(bytes), { code: 'invalid', about: 'image' })

/** The smallest that can be drawn, 16 by 16 grey pixels; with Exif that tells where it was taken. */
const jpeg = (() => {
  const segment = (marker: number, data: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(data.length + 2, 2)
    return Buffer.concat([head, data])
  }
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    segment(0xe1, Buffer.from('Exif\0\0 52.37 N 4.89 E')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, Buffer.from([8, 0, 16, 0, 20, 1, 1, 0x11, 0])),
    segment(0xfe, Buffer.from('made by somebody')),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ])
})()

const webp = (chunks: [string, Buffer][]) => {
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    ...chunks.flatMap(([type, data]) => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(data.length)
      return [Buffer.from(type), length, data, Buffer.alloc(data.length % 2)]
    }),
  ])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
/** A frame of 32 by 24 pixels, as its first bytes say. */
const frame = Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 32, 0, 24, 0, 1, 2, 3])
const extended = Buffer.from([0x1c, 0, 0, 0, 31, 0, 0, 23, 0, 0])

test('a picture is kept without what tells of its maker', () => {
  const png = aPng(40, 30)
  const text = Buffer.concat([png.subarray(0, 33), chunkOf('tEXt', 'Author\0Somebody'), png.subarray(33)])
  const kept = readPicture(text)
  assert.deepEqual([kept.type, kept.width, kept.height], ['image/png', 40, 30])
  assert.ok(kept.bytes.equals(png))
  const photo = readPicture(jpeg)
  assert.deepEqual([photo.type, photo.width, photo.height], ['image/jpeg', 20, 16])
  assert.ok(
    !photo.bytes.includes('Exif') && !photo.bytes.includes('somebody') && photo.bytes.includes('JFIF'),
  )
  const still = readPicture(
    webp([
      ['VP8X', extended],
      ['VP8 ', frame],
      ['EXIF', Buffer.from('52.37 N')],
    ]),
  )
  assert.deepEqual([still.type, still.width, still.height], ['image/webp', 32, 24])
  assert.ok(!still.bytes.includes('EXIF'))
  assert.ok(readPicture(still.bytes).bytes.equals(still.bytes), 'what was kept is kept again')
})

test('what is torn, moves or is too large or small is no picture', () => {
  for (let cut = 1; cut < 60; cut += 7) refused(aPng(40, 30).subarray(0, -cut))
  refused(
    webp([
      ['VP8X', Buffer.from([0x02, 0, 0, 0, 31, 0, 0, 23, 0, 0])],
      ['ANIM', Buffer.alloc(6)],
      ['VP8 ', frame],
    ]),
  )
  refused(
    webp([
      ['VP8 ', frame],
      ['VP8 ', frame],
    ]),
  )
  refused(webp([['EXIF', Buffer.alloc(30)]]))
  refused(Buffer.concat([webp([['VP8 ', frame]]), Buffer.from('<script>')]))
  refused(webp([['VP8 ', Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, 4, 0, 4, 0, 1])]]))
  refused(aPng(8, 8))
  refused(aPng(2001, 16))
})

function chunkOf(type: string, content: string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content, 'latin1')])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

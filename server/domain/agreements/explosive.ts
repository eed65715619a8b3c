import { inflateSync } from 'node:zlib'

const MAX_BYTES = 200 * 1024 * 1024
/** What a stream counts for that is no deflated one after all. */
const BROKEN_BYTES = 5 * 1024 * 1024
const MAX_STREAMS = 20_000
const BEGIN = Buffer.from('stream')

/**
 * Whether the compressed streams of a PDF unpack to more than 200 MB together: some hundred kilobytes can be made to fill any
 * memory. Looks at each stream as if it were deflated, whatever it says of itself.
 */
export function isExplosive(pdf: Uint8Array): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let left = MAX_BYTES
  let streams = 0
  for (let at = bytes.indexOf(BEGIN); at !== -1; at = bytes.indexOf(BEGIN, at + 1)) {
    let start = at + BEGIN.length
    if (bytes[start] === 0x0d) start += 1
    if (bytes[start] === 0x0a) start += 1
    if (start === at + BEGIN.length || !isDeflated(bytes, start)) continue
    streams += 1
    try {
      left -= inflateSync(bytes.subarray(start), { maxOutputLength: left }).length
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return true
      left -= BROKEN_BYTES
    }
    if (left <= 0 || streams > MAX_STREAMS) return true
  }
  return false
}

/** The two bytes that begin a zlib stream: deflate, and a check of both (RFC 1950, section 2.2). */
const isDeflated = (bytes: Buffer, at: number): boolean =>
  at + 2 <= bytes.length && (bytes[at]! & 0x0f) === 8 && bytes.readUInt16BE(at) % 31 === 0

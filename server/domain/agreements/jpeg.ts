/** More than any screen that is signed on. */
const MAX_PIXELS = 4_000_000

/**
 * Whether the bytes are a JPEG as PDF viewers draw it: baseline, extended or progressive, 8 bits, grey or colour, at most 4
 * million pixels, with image data to its end (ITU-T T.81, annex B).
 */
export function isJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false
  let framed = false
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1 // a fill byte
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return false
    if (marker === 0xda)
      return framed && bytes.length > at + 4 + length && bytes.readUInt16BE(bytes.length - 2) === 0xffd9
    if (marker >= 0xc0 && marker <= 0xc2) {
      if (length < 8) return false
      const pixels = bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
      if (bytes[at + 4] !== 8 || pixels === 0 || pixels > MAX_PIXELS) return false
      if (![1, 3, 4].includes(bytes[at + 9]!)) return false
      framed = true
    } else if (marker > 0xc2 && marker < 0xd0 && ![0xc4, 0xc8, 0xcc].includes(marker)) return false // lossless and the like
    at += 2 + length
  }
  return false
}

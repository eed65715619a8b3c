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

/** Parts of a JPEG before its pixels: the marker and where the part begins and ends. */
function* segmentsOf(bytes: Buffer): Generator<{ marker: number; at: number; end: number }> {
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    yield { marker, at, end }
    if (marker === 0xda) return
    at = end
  }
}

/** Pixels either way, of what `isJpeg` has approved. */
export function sizeOfJpeg(bytes: Buffer): { width: number; height: number } {
  for (const { marker, at } of segmentsOf(bytes))
    if (marker >= 0xc0 && marker <= 0xc2)
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  return { width: 0, height: 0 }
}

/** What is picture: tables, frames, scans, and of the applications' parts JFIF's and Adobe's, which tell the colours. */
const isPicture = (marker: number) =>
  marker !== 0xfe && (marker < 0xe0 || marker > 0xef || marker === 0xe0 || marker === 0xee)

/** The same picture without Exif, places, comments and what else is written beside the pixels. */
export function plainJpeg(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 2)]
  for (const { marker, at, end } of segmentsOf(bytes))
    if (marker === 0xda) parts.push(bytes.subarray(at))
    else if (isPicture(marker)) parts.push(bytes.subarray(at, end))
  return Buffer.concat(parts)
}

import { crc32, inflateSync } from 'node:zlib'

const MAGIC = Buffer.from('89504e470d0a1a0a', 'hex')
/** More than any screen that is signed on. */
const MAX_PIXELS = 4_000_000
/** Samples of a pixel, by colour type. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * Whether the bytes are a PNG that can be drawn: every chunk with its checksum, of at most 4 million pixels, and with as
 * many of them as it says (W3C PNG, third edition). What it unpacks to is bounded by what it says it is.
 */
export function isPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(MAGIC)) return false
  const data: Buffer[] = []
  let header: Buffer | undefined
  let colours = 0
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) return false
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false
    const type = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + 8, end)
    if (header === undefined && type !== 'IHDR') return false
    if (type === 'IHDR') header = content
    if (type === 'PLTE') colours = length / 3
    if (type === 'IDAT') data.push(content)
    if (type === 'IEND') return header !== undefined && isDrawable(header, colours, Buffer.concat(data))
    at = end + 4
  }
  return false
}

function isDrawable(header: Buffer, colours: number, data: Buffer): boolean {
  if (header.length !== 13) return false
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const [depth, colourType, compression, filter, interlaced] = header.subarray(8) as unknown as number[]
  const perPixel = samples[colourType!]
  if (perPixel === undefined || compression !== 0 || filter !== 0 || interlaced! > 1) return false
  if (![1, 2, 4, 8, 16].includes(depth!) || (perPixel > 1 && depth! < 8)) return false
  if (colourType === 3 && (depth! > 8 || colours < 1 || colours > 256)) return false
  if (width === 0 || height === 0 || width * height > MAX_PIXELS) return false
  const expected = sizeOf(width, height, perPixel * depth!, interlaced === 1)
  try {
    return inflateSync(data, { maxOutputLength: expected }).length === expected
  } catch {
    return false
  }
}

/** First column and row, and the steps between them, of the seven passes of an interlaced image. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** The bytes of an unpacked image: each row begins with a byte that names its filter. */
function sizeOf(width: number, height: number, bitsPerPixel: number, interlaced: boolean): number {
  const rows = (columns: number, count: number) =>
    columns <= 0 || count <= 0 ? 0 : count * (1 + Math.ceil((columns * bitsPerPixel) / 8))
  if (!interlaced) return rows(width, height)
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  )
}

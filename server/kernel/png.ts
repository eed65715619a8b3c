import { crc32, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Samples of a pixel by colour type, and the depths that it may have (PNG 3rd edition, table 12). */
const colours: Record<number, { samples: number; depths: number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}

interface Chunk {
  type: string
  data: Buffer
}

/** The chunks of a PNG, or undefined where one is torn or its checksum wrong. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  const chunks: Chunk[] = []
  for (let at = 8; at < bytes.length;) {
    if (at + 12 > bytes.length) return undefined
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return undefined
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return undefined
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

/**
 * Whether the bytes are one whole PNG of at most so many pixels either way, and nothing beside it: every checksum is right, and the pixels are all
 * there. Interlaced ones are not taken: no canvas makes them.
 */
export function isPng(bytes: Buffer, mostPixels: number): boolean {
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]
  if (!chunks || header?.type !== 'IHDR' || header.data.length !== 13) return false
  if (chunks.findIndex(({ type }) => type === 'IEND') !== chunks.length - 1) return false
  const [depth, colour, compression, filter, interlace] = header.data.subarray(8) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ]
  const width = header.data.readUInt32BE(0)
  const height = header.data.readUInt32BE(4)
  const kind = colours[colour]
  if (!kind?.depths.includes(depth) || compression !== 0 || filter !== 0 || interlace !== 0) return false
  if (width < 1 || height < 1 || width > mostPixels || height > mostPixels) return false
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE')) return false
  const row = 1 + Math.ceil((width * kind.samples * depth) / 8)
  try {
    const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
    const pixels = inflateSync(packed, { maxOutputLength: row * height })
    if (pixels.length !== row * height) return false
    for (let y = 0; y < height; y += 1) if (pixels[y * row]! > 4) return false
    return true
  } catch {
    return false
  }
}

/** Pixels either way, of what `isPng` has approved. */
export const sizeOfPng = (bytes: Buffer) => ({
  width: bytes.readUInt32BE(16),
  height: bytes.readUInt32BE(20),
})

const PICTURE = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

/** The same picture without texts, times and what else is written beside the pixels. */
export function plainPng(bytes: Buffer): Buffer {
  const chunks = (chunksOf(bytes) ?? []).filter(({ type }) => PICTURE.has(type))
  return Buffer.concat([
    SIGNATURE,
    ...chunks.flatMap(({ type, data }) => {
      const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
      length.writeUInt32BE(data.length)
      sum.writeUInt32BE(crc32(named))
      return [length, named, sum]
    }),
  ])
}

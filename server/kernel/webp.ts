interface Webp {
  bytes: Buffer
  width: number
  height: number
}

/**
 * The still picture of a WebP and its size, without Exif and XMP (RFC 9649). Undefined for what is none, is torn, has more
 * beside it, or moves.
 */
export function readWebp(given: Buffer): Webp | undefined {
  if (given.length < 30 || given.toString('latin1', 0, 4) !== 'RIFF') return undefined
  if (given.toString('latin1', 8, 12) !== 'WEBP' || given.readUInt32LE(4) + 8 !== given.length)
    return undefined
  const kept: Buffer[] = []
  let size: Pick<Webp, 'width' | 'height'> | undefined
  for (let at = 12; at < given.length;) {
    if (at + 8 > given.length) return undefined
    const type = given.toString('latin1', at, at + 4)
    const length = given.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (end > given.length) return undefined
    const data = given.subarray(at + 8, at + 8 + length)
    if (type === 'VP8 ' || type === 'VP8L') {
      size = type === 'VP8 ' ? lossySize(data) : losslessSize(data)
      if (!size || kept.some((chunk) => chunk.toString('latin1', 0, 3) === 'VP8' && chunk[3] !== 0x58))
        return undefined
      kept.push(given.subarray(at, end))
    } else if (type === 'ALPH') kept.push(given.subarray(at, end))
    else if (type === 'VP8X') {
      if (length !== 10 || (data[0]! & 0x02) !== 0) return undefined
      const chunk = Buffer.from(given.subarray(at, end))
      // Of the flags, only that it is see-through: colour profile, Exif and XMP are left behind.
      chunk[8]! &= 0x10
      kept.push(chunk)
    } else if (type === 'ANIM' || type === 'ANMF') return undefined
    at = end
  }
  if (!size) return undefined
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return { bytes: Buffer.concat([head, body]), ...size }
}

/** Of a key frame that is shown (RFC 6386, 9.1). */
function lossySize(data: Buffer) {
  if (data.length < 10 || (data[0]! & 0x01) !== 0 || data.readUIntBE(3, 3) !== 0x9d012a) return undefined
  return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
}

function losslessSize(data: Buffer) {
  if (data.length < 5 || data[0] !== 0x2f) return undefined
  const bits = data.readUInt32LE(1)
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
}

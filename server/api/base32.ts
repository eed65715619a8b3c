// Crockford's base 32: no i, l, o, u. Ten bits at a time, as two characters.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const pairs = Array.from({ length: 1024 }, (_, n) => ALPHABET[n >> 5]! + ALPHABET[n & 31]!)
const values = new Map(pairs.map((pair, n) => [pair, n]))

/** A UUID in 26 characters: its 128 bits behind two zero bits, so that the texts sort as the UUIDs do. */
export function encodeUuid(uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  let text = pairs[Number.parseInt(hex.slice(0, 2), 16)]!
  for (let i = 2; i < 32; i += 5) {
    const bits = Number.parseInt(hex.slice(i, i + 5), 16)
    text += pairs[bits >> 10]! + pairs[bits & 1023]!
  }
  return text
}

/** The UUID of 26 such characters; undefined for anything else. */
export function decodeUuid(text: string): string | undefined {
  if (text.length !== 26) return undefined
  const tens: number[] = []
  for (let i = 0; i < 26; i += 2) {
    const value = values.get(text.slice(i, i + 2))
    if (value === undefined) return undefined
    tens.push(value)
  }
  if (tens[0]! > 255) return undefined
  let hex = tens[0]!.toString(16).padStart(2, '0')
  for (let i = 1; i < 13; i += 2) hex += ((tens[i]! << 10) | tens[i + 1]!).toString(16).padStart(5, '0')
  return dashed(hex)
}

/** 32 hex digits as a UUID. */
export const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`

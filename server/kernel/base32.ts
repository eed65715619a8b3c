// Crockford's base 32: no i, l, o, u. Ten bits at a time, as two characters.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const pairs = Array.from({ length: 1024 }, (_, n) => ALPHABET[n >> 5]! + ALPHABET[n & 31]!)
const values = new Map(pairs.map((pair, n) => [pair, n]))

// Where the hex digits of a UUID stand, and what each is worth.
const places = Array.from({ length: 36 }, (_, at) => at).filter((at) => ![8, 13, 18, 23].includes(at))
const nibbles = new Uint8Array(128)
for (let digit = 0; digit < 16; digit++) nibbles[digit.toString(16).charCodeAt(0)] = digit

/** A UUID in 26 characters: its 128 bits behind two zero bits, so that the texts sort as the UUIDs do. */
export function encodeUuid(uuid: string): string {
  const nibble = (i: number) => nibbles[uuid.charCodeAt(places[i]!)]!
  let text = pairs[(nibble(0) << 4) | nibble(1)]!
  for (let i = 2; i < 32; i += 5) {
    text +=
      pairs[(nibble(i) << 6) | (nibble(i + 1) << 2) | (nibble(i + 2) >> 2)]! +
      pairs[((nibble(i + 2) & 3) << 8) | (nibble(i + 3) << 4) | nibble(i + 4)]!
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

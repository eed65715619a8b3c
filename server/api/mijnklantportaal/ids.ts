/** The prefixes of `/v1`, by what they name. */
const prefixes = { customer: 'cst_', invoice: 'inv_', ticket: 'tic_', message: 'tim_' } as const

type Named = keyof typeof prefixes

// Crockford's base 32: no i, l, o, u. Ten bits at a time, as two characters.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const pairs = Array.from({ length: 1024 }, (_, n) => ALPHABET[n >> 5]! + ALPHABET[n & 31]!)
const values = new Map(pairs.map((pair, n) => [pair, n]))

/** `tic_` and the UUID in 26 characters: its 128 bits behind two zero bits, so that ids sort as the UUIDs do. */
export function encodeId(kind: Named, uuid: string): string {
  const hex = uuid.replaceAll('-', '')
  let text = prefixes[kind] + pairs[Number.parseInt(hex.slice(0, 2), 16)]!
  for (let i = 2; i < 32; i += 5) {
    const bits = Number.parseInt(hex.slice(i, i + 5), 16)
    text += pairs[bits >> 10]! + pairs[bits & 1023]!
  }
  return text
}

/** The UUID of an id of that kind; undefined for anything else. */
export function decodeId(kind: Named, id: string): string | undefined {
  const prefix = prefixes[kind]
  if (id.length !== prefix.length + 26 || !id.startsWith(prefix)) return undefined
  const digits: number[] = []
  for (let i = prefix.length; i < id.length; i += 2) {
    const value = values.get(id.slice(i, i + 2))
    if (value === undefined) return undefined
    digits.push(value)
  }
  if (digits[0]! > 255) return undefined
  let hex = digits[0]!.toString(16).padStart(2, '0')
  for (let i = 1; i < 13; i += 2) hex += ((digits[i]! << 10) | digits[i + 1]!).toString(16).padStart(5, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

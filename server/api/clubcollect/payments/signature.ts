import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Parameters as they are signed: decoded, each name once. */
export type Parameters = ReadonlyMap<string, string>

const byBytes = ([a]: [string, string], [b]: [string, string]): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Names and values in the byte order of the names, without anything between them; what is empty is left out. */
export const signingString = (parameters: Parameters): string =>
  [...parameters]
    .filter(([, value]) => value !== '')
    .toSorted(byBytes)
    .flat()
    .join('')

/** The HMAC-SHA-256 of the string's SHA-256 (its 32 bytes), keyed with the text of the key; lower-case hex. */
export const signatureOf = (parameters: Parameters, key: string): string =>
  createHmac('sha256', key)
    .update(createHash('sha256').update(signingString(parameters)).digest())
    .digest('hex')

/** Whether a signature is that of the parameters, under any of the keys; in constant time. */
export function fits(
  parameters: Parameters,
  signature: string | undefined,
  keys: readonly string[],
): boolean {
  if (signature === undefined || !/^[0-9a-f]{64}$/i.test(signature)) return false
  const given = Buffer.from(signature, 'hex')
  return keys.some((key) => timingSafeEqual(given, Buffer.from(signatureOf(parameters, key), 'hex')))
}

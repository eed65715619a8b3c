import { invalid } from '../../kernel/errors.ts'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The named fields of a body, JSON or form. Parameters without a value count as left out (RFC 6749, 3.2). Throws `invalid`. */
export function textFields<Name extends string>(
  body: unknown,
  names: readonly Name[],
): { [field in Name]?: string } {
  if (body !== undefined && body !== null && !isObject(body)) throw invalid('the body', 'must be an object')
  const fields: { [field in Name]?: string } = {}
  for (const name of names) {
    const value = isObject(body) && Object.hasOwn(body, name) ? body[name] : undefined
    if (value === undefined || value === null || value === '') continue
    if (typeof value !== 'string') throw invalid(name, 'must be a text, and given once')
    if (!/^[\x20-\x7e]*$/.test(value)) throw invalid(name, 'must be of ASCII characters')
    fields[name] = value
  }
  return fields
}

/** App ID and secret of `Authorization: Basic` (RFC 6749, 2.3.1: form-encoded first); undefined for anything else. */
export function basicCredentials(
  header: string | undefined,
): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^basic +([\w+/=-]+) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const pair = Buffer.from(encoded, 'base64').toString()
  const colon = pair.indexOf(':')
  if (colon < 0) return undefined
  try {
    const [clientId, clientSecret] = [pair.slice(0, colon), pair.slice(colon + 1)].map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    )
    return { clientId: clientId!, clientSecret: clientSecret! }
  } catch {
    return undefined
  }
}

/** A sentence of the library as `error_description` may be: without double quotes (RFC 6749, 4.1.2.1 and 5.2). */
export const described = (message: string): string => message.replaceAll('"', "'")

import { signatureOf } from './signature.ts'

const MAX_LENGTH = 2000

/**
 * An address that a payer can be sent back to, or undefined: http or https, visible ASCII, no user name, no backslash. What
 * a browser and we could read differently is none; whether its host may be used is asked elsewhere.
 */
export function parseRedirectUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text.length > MAX_LENGTH) return undefined
  if (!/^https?:\/\/[^/?#\\@]+(?:[/?#][\x21-\x5b\x5d-\x7e]*)?$/i.test(text) || /[^\x21-\x7e]/.test(text))
    return undefined
  const url = URL.parse(text)
  return url && url.username === '' && url.password === '' && url.hostname !== '' ? url : undefined
}

/**
 * The address with parameters and their signature added: empty ones left out, ones of the same name in its own query
 * replaced, the rest of that query as it was. Without a key the signature is left out: nobody can take that for ours.
 */
export function withParameters(
  url: URL,
  parameters: Record<string, string>,
  key: string | undefined,
): string {
  const added = new Map(Object.entries(parameters).filter(([, value]) => value !== ''))
  if (key !== undefined) added.set('signature', signatureOf(added, key))
  const own = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isOurs(pair))
  const ours = [...added].map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  const address = new URL(url)
  address.search = [...own, ...ours].join('&')
  return address.href
}

const OURS = new Set([
  'company_id',
  'invoice_id',
  'external_invoice_number',
  'payment_id',
  'payment_method',
  'payment_result',
  'error_code',
  'error_details',
  'signature',
])

const isOurs = (pair: string): boolean => [...new URLSearchParams(pair).keys()].some((name) => OURS.has(name))

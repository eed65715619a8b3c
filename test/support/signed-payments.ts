import { addRedirectHost } from '../../server/domain/access/redirect-hosts.ts'
import { signatureOf } from '../../server/api/clubcollect/payments/signature.ts'
import type { TestApp, Tenant } from './app.ts'

export const REDIRECT_HOST = 'members.example.com'
export const REDIRECT_URL = `https://${REDIRECT_HOST}/paid`

type Fields = Record<string, string>

/** The partner's key, as text. */
export const keyOf = ({ apiKey }: Pick<Tenant, 'apiKey'>): string => apiKey.slice('ApiKey '.length)

/** A query with its signature. */
export const signedQuery = (key: string, fields: Fields, unsigned: Fields = {}): string =>
  new URLSearchParams({
    ...fields,
    ...unsigned,
    signature: unsigned['signature'] ?? signatureOf(new Map(Object.entries(fields)), key),
  }).toString()

/** A tenant whose partner may have payers sent back to the host. */
export async function aPayableTenant(running: TestApp, input = {}): Promise<Tenant> {
  const tenant = await running.tenant(input)
  await addRedirectHost(running.database.sql, new Date(), tenant.partnerId, REDIRECT_HOST)
  return tenant
}

/** What a partner's page gives for a payment without an invoice. */
export const aStart = ({ companyId }: Tenant, fields: Fields = {}): Fields => ({
  company_id: companyId,
  redirect_url: REDIRECT_URL,
  last_name: 'Doe',
  amount_cents: '1000',
  ...fields,
})

export const startUrl = (tenant: Tenant, fields: Fields, method = 'ideal'): string =>
  `/api/v2/payments/${method}?${signedQuery(keyOf(tenant), fields)}`

/** The address that a redirect leads to, without its query, and the query. */
export function redirectOf({ headers }: { headers: Record<string, unknown> }): { to: string; query: Fields } {
  const url = new URL(String(headers['location']), 'https://balie.example')
  return { to: url.origin + url.pathname, query: Object.fromEntries(url.searchParams) }
}

/** Whether the signature in a query is the partner's over all the rest of it. */
export function isSigned(tenant: Tenant, { signature, ...rest }: Fields): boolean {
  return signature === signatureOf(new Map(Object.entries(rest)), keyOf(tenant))
}

/** From a started payment to the address that the payer comes back to: what the test bank is told to do, and all hops. */
export async function payAt(running: TestApp, checkoutUrl: string, outcome: string): Promise<string> {
  const { app } = running
  const local = (url: string) => url.replace('https://balie.example', '')
  const decided = await app.inject({
    method: 'POST',
    url: local(checkoutUrl),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `outcome=${outcome}`,
  })
  const back = await app.inject(local(String(decided.headers['location'])))
  const signed = await app.inject(local(String(back.headers['location'])))
  return String(signed.headers['location'])
}

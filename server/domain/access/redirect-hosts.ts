import type { Db } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'

/** A host as a URL has it: lower case, punycode. Throws `invalid` for anything that is more than a host. */
export function parseHost(text: string): string {
  const url = URL.parse(`http://${text}`)
  if (!url || !/^[^\s/?#@:\\]+$/.test(text.replace(/^\[[\da-f:.]+\]$/i, 'ip')) || url.hostname === '')
    throw invalid('host', 'must be a host name, without a scheme, port or path')
  return url.hostname
}

/** Lets payers be sent back to a host, at any port. Adding twice is adding once. Throws `not_found`, `invalid`. */
export async function addRedirectHost(sql: Db, now: Date, partnerId: string, text: string): Promise<string> {
  const host = parseHost(text)
  const [partner] = await sql`
    with partner as (select id from partners where id = ${partnerId}), added as (
      insert into partner_redirect_hosts (partner_id, host, created_at)
      select id, ${host}, ${now}::timestamptz from partner on conflict do nothing
    )
    select id from partner`
  if (!partner) throw notFound('partner')
  return host
}

/** False when it was not registered. Throws `invalid`. */
export async function removeRedirectHost(sql: Db, partnerId: string, text: string): Promise<boolean> {
  const gone = await sql`
    delete from partner_redirect_hosts where partner_id = ${partnerId} and host = ${parseHost(text)}`
  return gone.count > 0
}

/** The hosts of a partner. Throws `not_found`. */
export async function listRedirectHosts(sql: Db, partnerId: string): Promise<string[]> {
  const rows = await sql<{ host: string | null }[]>`
    select h.host from partners p left join partner_redirect_hosts h on h.partner_id = p.id
     where p.id = ${partnerId} order by h.host`
  if (rows.length === 0) throw notFound('partner')
  return rows.flatMap(({ host }) => (host === null ? [] : [host]))
}

/** Which of the company's partners have registered a host. */
export async function findPartnersOfHost(sql: Db, companyId: number, host: string): Promise<string[]> {
  const rows = await sql<{ partnerId: string }[]>`
    select h.partner_id as "partnerId"
      from partner_redirect_hosts h join partner_companies c on c.partner_id = h.partner_id
     where c.company_id = ${companyId} and h.host = ${host}`
  return rows.map(({ partnerId }) => partnerId)
}

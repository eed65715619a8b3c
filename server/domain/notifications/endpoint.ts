import type { Db } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import type { Vault } from '../../kernel/vault.ts'
import { findSigningKeys } from '../access/signing-keys.ts'

/** Where and how a partner is told of changes. */
export interface PartnerEndpoint {
  partnerId: string
  url: string
  /** Each change of an invoice is told at once; what fails waits for the next round. */
  realtime: boolean
  /** Whether bodies bear the partner's key, as the contract has it. */
  withApiKey: boolean
  /** Nothing is told at once while this is set. */
  failingSince: string | null
}

const MAX_LENGTH = 2000

/** Throws `invalid`. */
function parseUrl(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:\/\//i.test(text) || text.length > MAX_LENGTH)
    throw invalid('url', 'must be an http or https address')
  if (url.username !== '' || url.password !== '')
    throw invalid('url', 'must not contain a user name or password')
  url.hash = ''
  return url.href
}

/**
 * Says where a partner is told of changes from now on, in place of what was said before. Throws `invalid`, `not_found`,
 * `conflict` when none of the partner's keys can sign.
 */
export async function setEndpoint(
  sql: Db,
  vault: Pick<Vault, 'open'>,
  now: Date,
  partnerId: string,
  input: { url: string; realtime: boolean; withApiKey: boolean },
): Promise<PartnerEndpoint> {
  const url = parseUrl(input.url)
  const [known] = await sql`select 1 from partners where id = ${partnerId}`
  if (!known) throw notFound('partner')
  if ((await findSigningKeys(sql, vault, partnerId)).length === 0)
    throw conflict(
      'no_signing_key',
      'None of the partner’s keys can sign: make one with balie keys create --partner, and revoke the old one.',
    )
  const [endpoint] = await sql<[PartnerEndpoint]>`
    insert into partner_endpoints (partner_id, url, realtime, with_api_key, created_at)
    values (${partnerId}, ${url}, ${input.realtime}, ${input.withApiKey}, ${now})
    on conflict (partner_id) do update
      set url = excluded.url, realtime = excluded.realtime, with_api_key = excluded.with_api_key, failing_since = null
    returning ${columns(sql)}`
  return endpoint
}

/** Tells the partner nothing any more; what it has not confirmed is forgotten. False when it was not told before. */
export async function removeEndpoint(sql: Db, partnerId: string): Promise<boolean> {
  const [gone] = await sql`
    with endpoint as (delete from partner_endpoints where partner_id = ${partnerId} returning partner_id),
    changes as (delete from partner_changes c using endpoint e where c.partner_id = e.partner_id),
    notices as (delete from partner_payment_notices n using endpoint e where n.partner_id = e.partner_id)
    select 1 from endpoint`
  return gone !== undefined
}

export async function findEndpoint(sql: Db, partnerId: string): Promise<PartnerEndpoint | undefined> {
  const [endpoint] = await sql<PartnerEndpoint[]>`
    select ${columns(sql)} from partner_endpoints where partner_id = ${partnerId}`
  return endpoint
}

const columns = (sql: Db) => sql`
  partner_id as "partnerId", url, realtime, with_api_key as "withApiKey", failing_since as "failingSince"`

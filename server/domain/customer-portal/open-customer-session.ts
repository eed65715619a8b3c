import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { companyOfLinkToken, newLinkToken } from '../../kernel/link-token.ts'
import { hashOf } from '../access/key.ts'
import { insertEvent } from '../events/event.ts'

/**
 * Uses a mailed link up and begins the session of its address; ends the one that the browser had. Returns the secret of the
 * session, which is stored nowhere. Throws `invalid` (the link is no good any more).
 */
// oxlint-disable-next-line house/ask-permission -- the link says who they are
export async function openCustomerSession(
  ctx: Ctx,
  link: string,
  { address, userAgent }: { address: string; userAgent: string },
  replaced: string | undefined,
): Promise<string> {
  const { sql, now } = ctx
  const { companyId } = ctx.company
  const token = newLinkToken(companyId)
  const old =
    replaced === undefined ? null : { company: companyOfLinkToken(replaced)!, hash: hashOf(replaced) }
  const id = newId()
  const actor = { kind: 'customer', id, email: '', permissions: new Set<never>() } as const
  const [opened] = await sql`
    with used as (
      update customer_login_links set used_at = ${now}
       where company_id = ${companyId} and hash = ${hashOf(link)} and used_at is null and expires_at > ${now}
      returning company_id, email
    ), forgotten as (
      delete from customer_sessions s using used u
       where s.company_id = u.company_id and s.email = u.email and s.ended_at < ${now}::timestamptz - interval '90 days'
    ), replaced as (
      update customer_sessions set ended_at = ${now}
       where company_id = ${old?.company ?? null}::integer and hash = ${old?.hash ?? null}::bytea and ended_at is null
         and exists (select from used)
    ), opened as (
      insert into customer_sessions (company_id, id, email, hash, created_at, last_seen_at, address, user_agent)
      select company_id, ${id}::uuid, email, ${hashOf(token)}::bytea, ${now}::timestamptz, ${now}::timestamptz,
             ${address.slice(0, 100)}, ${userAgent.slice(0, 300)}
        from used
      returning company_id, id, null as before, null as after
    ), event as (${insertEvent({ sql, actor, now }, 'customer.signed_in')} from opened)
    select pg_notify('access_changed', '') from opened`
  if (!opened) throw invalid('token', 'must be that of a link which is still good')
  return token
}

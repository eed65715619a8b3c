import type { Ctx } from '../../kernel/context.ts'
import { hashOf } from '../access/key.ts'
import { revokeOAuthGrant } from './revoke-oauth-grant.ts'

/**
 * Ends a token that an app gives back: a refresh token with the whole grant, an access token alone (RFC 7009, 2.1). A
 * token that is none is as good as ended. Another app's is not ended: `foreign`.
 */
// oxlint-disable-next-line house/ask-permission -- the token is the permission
export async function revokeOAuthToken(ctx: Ctx, appId: string, token: string): Promise<'ended' | 'foreign'> {
  const [found] = await ctx.sql<{ grantId: string; appId: string; accessId: string | null }[]>`
    select g.id as "grantId", g.app_id as "appId", t.access_id as "accessId"
      from (select company_id, grant_id, null::uuid as access_id from oauth_refresh_tokens
             where company_id = ${ctx.company.companyId} and hash = ${hashOf(token)}
            union all
            select company_id, grant_id, id from oauth_access_tokens
             where company_id = ${ctx.company.companyId} and hash = ${hashOf(token)}) t
      join oauth_grants g on g.company_id = t.company_id and g.id = t.grant_id`
  if (!found) return 'ended'
  if (found.appId !== appId) return 'foreign'
  if (found.accessId === null) await revokeOAuthGrant(ctx, found.grantId)
  else
    await ctx.sql`
      with ended as (
        delete from oauth_access_tokens where company_id = ${ctx.company.companyId} and id = ${found.accessId}
        returning id
      )
      select pg_notify('access_changed', '') from ended`
  return 'ended'
}

import type { Ctx } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'
import { REFRESH_TOKEN_SECONDS } from './issue-tokens.ts'
import { revokeOAuthGrant } from './revoke-oauth-grant.ts'

/** A refresh token that is valid now. */
export interface RefreshToken {
  id: string
  grantId: string
  appId: string
  scopes: Permission[]
}

/**
 * The refresh token; its row stays locked until the transaction ends. One whose place another has taken comes from wrong
 * hands, or went to them: all of the grant is revoked (RFC 9700, 4.14.2).
 */
// oxlint-disable-next-line house/ask-permission -- the token is the permission
export async function findRefreshToken(ctx: Ctx, token: string): Promise<RefreshToken | undefined> {
  const [row] = await ctx.sql<(RefreshToken & { rotated: boolean; expired: boolean })[]>`
    select r.id, g.id as "grantId", g.app_id as "appId", g.scopes, r.rotated_at is not null as rotated,
           r.expires_at <= ${ctx.now} as expired
      from oauth_refresh_tokens r join oauth_grants g on g.company_id = r.company_id and g.id = r.grant_id
     where r.company_id = ${ctx.company.companyId} and r.hash = ${hashOf(token)} and g.revoked_at is null
       for update of r, g`
  if (row?.rotated) await revokeOAuthGrant(ctx, row.grantId)
  return row === undefined || row.rotated || row.expired ? undefined : row
}

/** Keeps the token for another year from now. */
// oxlint-disable-next-line house/ask-permission -- whoever calls it has found the token
export async function keepRefreshToken(ctx: Ctx, id: string): Promise<void> {
  const expiresAt = new Date(ctx.now.getTime() + REFRESH_TOKEN_SECONDS * 1000)
  await ctx.sql`
    update oauth_refresh_tokens set expires_at = ${expiresAt}
     where company_id = ${ctx.company.companyId} and id = ${id} and rotated_at is null`
}

/** Ends the token because another takes its place. False when that has happened already. */
// oxlint-disable-next-line house/ask-permission -- whoever calls it has found the token
export async function rotateRefreshToken(ctx: Ctx, id: string): Promise<boolean> {
  const rotated = await ctx.sql`
    update oauth_refresh_tokens set rotated_at = ${ctx.now}
     where company_id = ${ctx.company.companyId} and id = ${id} and rotated_at is null
    returning id`
  return rotated.length > 0
}

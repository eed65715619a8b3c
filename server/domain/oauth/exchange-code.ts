import type { Ctx } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'
import { revokeOAuthGrant } from './revoke-oauth-grant.ts'

/** What an authorization code stands for. */
export interface ApprovedGrant {
  grantId: string
  appId: string
  redirectUri: string
  scopes: Permission[]
  codeChallenge: string | null
}

/**
 * The grant of an authorization code that may still be exchanged; the row stays locked until the transaction ends. A code
 * that comes a second time is in wrong hands: all that it gave is revoked (RFC 6749, 4.1.2).
 */
// oxlint-disable-next-line house/ask-permission -- the code is the permission
export async function findAuthorizationCode(ctx: Ctx, code: string): Promise<ApprovedGrant | undefined> {
  const [grant] = await ctx.sql<(ApprovedGrant & { used: boolean; expired: boolean })[]>`
    select id as "grantId", app_id as "appId", redirect_uri as "redirectUri", scopes, code_challenge as "codeChallenge",
           exchanged_at is not null as used, code_expires_at <= ${ctx.now} as expired
      from oauth_grants
     where company_id = ${ctx.company.companyId} and code_hash = ${hashOf(code)} and revoked_at is null
       for update`
  if (grant?.used) await revokeOAuthGrant(ctx, grant.grantId)
  return grant === undefined || grant.used || grant.expired ? undefined : grant
}

/** Uses the code up. False when another exchange was first. */
// oxlint-disable-next-line house/ask-permission -- whoever calls it has found the grant by its code
export async function claimAuthorizationCode(ctx: Ctx, grantId: string): Promise<boolean> {
  const claimed = await ctx.sql`
    update oauth_grants set exchanged_at = ${ctx.now}
     where company_id = ${ctx.company.companyId} and id = ${grantId} and exchanged_at is null and revoked_at is null
    returning id`
  return claimed.length > 0
}

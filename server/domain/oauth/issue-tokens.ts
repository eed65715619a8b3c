import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'

export const ACCESS_TOKEN_SECONDS = 3600
/** From its last use. */
export const REFRESH_TOKEN_SECONDS = 365 * 86_400

const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000)

/** Makes an access token of a grant valid for an hour; those that have expired are forgotten. */
// oxlint-disable-next-line house/ask-permission -- whoever calls it has found the grant by a code or token
export async function saveAccessToken(
  ctx: Ctx,
  grantId: string,
  token: string,
  scopes: Permission[],
): Promise<void> {
  await ctx.sql`
    with forgotten as (
      delete from oauth_access_tokens
       where company_id = ${ctx.company.companyId} and grant_id = ${grantId} and expires_at <= ${ctx.now}
    )
    insert into oauth_access_tokens (company_id, id, grant_id, hash, scopes, expires_at, created_at)
    values (${ctx.company.companyId}, ${newId()}, ${grantId}, ${hashOf(token)}, ${scopes as string[]},
            ${later(ctx.now, ACCESS_TOKEN_SECONDS)}, ${ctx.now})`
}

/** Makes a refresh token of a grant valid for a year. */
// oxlint-disable-next-line house/ask-permission -- whoever calls it has found the grant by a code or token
export async function saveRefreshToken(ctx: Ctx, grantId: string, token: string): Promise<void> {
  await ctx.sql`
    insert into oauth_refresh_tokens (company_id, id, grant_id, hash, expires_at, created_at)
    values (${ctx.company.companyId}, ${newId()}, ${grantId}, ${hashOf(token)},
            ${later(ctx.now, REFRESH_TOKEN_SECONDS)}, ${ctx.now})`
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow, type Permission } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'
import { insertEvent } from '../events/event.ts'
import { newSecret } from './secret.ts'

const CODE_LIFETIME_SECONDS = 60

/**
 * Lets an app act for the company; the app comes for its tokens with the code within a minute. Only who may do all that
 * is granted may grant it. Throws `forbidden`, `not_found` (an app deleted meanwhile).
 */
// oxlint-disable-next-line house/ask-permission -- it asks for every one of the permissions that are given away
export async function approveApp(
  ctx: Ctx,
  input: { appId: string; scopes: Permission[]; redirectUri: string; codeChallenge: string | null },
): Promise<{ code: string }> {
  for (const scope of input.scopes) allow(ctx.actor, scope)
  const code = newSecret('code', ctx.company.companyId)
  const expiresAt = new Date(ctx.now.getTime() + CODE_LIFETIME_SECONDS * 1000)
  const [approved] = await ctx.sql`
    with made as (
      insert into oauth_grants (company_id, id, app_id, scopes, redirect_uri, code_hash, code_challenge, code_expires_at,
                                created_at)
      select ${ctx.company.companyId}::integer, ${newId()}::uuid, id, ${input.scopes as string[]}::text[],
             ${input.redirectUri}::text, ${hashOf(code)}::bytea, ${input.codeChallenge}::text, ${expiresAt}::timestamptz,
             ${ctx.now}::timestamptz
        from oauth_apps where id = ${input.appId} and deleted_at is null
      returning company_id, id, null as before, jsonb_build_object('appId', app_id, 'scopes', scopes) as after
    ), event as (${insertEvent(ctx, 'oauth_grant.created')} from made)
    select id from made`
  if (!approved) throw notFound('oauth_app')
  return { code }
}

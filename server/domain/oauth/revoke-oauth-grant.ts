import type { Ctx } from '../../kernel/context.ts'
import { insertEvent } from '../events/event.ts'

/** Ends what an app was granted, with all of its tokens, in every process at once. False when there is nothing to end. */
// oxlint-disable-next-line house/ask-permission -- the command line asks, as the operator, or who holds its tokens
export async function revokeOAuthGrant(ctx: Ctx, id: string): Promise<boolean> {
  const revoked = await ctx.sql`
    with ended as (
      update oauth_grants set revoked_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${id} and revoked_at is null
      returning company_id, id, jsonb_build_object('appId', app_id, 'scopes', scopes) as before, null as after
    ), event as (${insertEvent(ctx, 'oauth_grant.revoked')} from ended)
    select pg_notify('access_changed', '') from ended`
  return revoked.length > 0
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { revokeOAuthGrant } from './revoke-oauth-grant.ts'

/** Takes back what the company granted to an app, with all of its tokens. Throws `forbidden`, `not_found`. */
export async function endOAuthGrant(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'settings:write')
  if (!(await revokeOAuthGrant(ctx, id))) throw notFound('oauth_grant')
}

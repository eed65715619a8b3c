import type { Db } from '../../kernel/context.ts'
import type { OAuthApp } from './oauth-app.ts'

/** Every app that is not deleted, and how many companies' grants it holds, for the operator. Unscoped by purpose. */
export async function listOAuthApps(sql: Db): Promise<(OAuthApp & { grants: number })[]> {
  return sql<(OAuthApp & { grants: number })[]>`
    select a.id, a.name, a.redirect_uris as "redirectUris", a.secret_hash is null as "isPublic",
           a.created_at as "createdAt",
           (select count(*)::integer from oauth_grants g
             where g.app_id = a.id and g.revoked_at is null and g.exchanged_at is not null) as grants
      from oauth_apps a where a.deleted_at is null order by a.id`
}

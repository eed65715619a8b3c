import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'

/** An app that the company let in. */
export interface CompanyGrant {
  id: string
  appName: string
  /** Where it was answered. */
  redirectUri: string
  scopes: string[]
  /** Who let it in, as events name them. */
  grantedBy: string | null
  grantedAt: Instant
  /** When it last came for a token: it works with one for an hour. */
  lastTokenAt: Instant | null
}

/** The apps that may act for the company now, the newest first. Throws `forbidden`. */
export async function listCompanyGrants(ctx: Ctx): Promise<CompanyGrant[]> {
  allow(ctx.actor, 'settings:read')
  return ctx.sql<CompanyGrant[]>`
    select g.id, a.name as "appName", g.redirect_uri as "redirectUri", g.scopes, g.created_at as "grantedAt",
           (select e.actor from events e
             where e.company_id = g.company_id and e.subject_id = g.id and e.type = 'oauth_grant.created'
             order by e.id limit 1) as "grantedBy",
           (select max(t.created_at) from oauth_access_tokens t
             where t.company_id = g.company_id and t.grant_id = g.id) as "lastTokenAt"
      from oauth_grants g join oauth_apps a on a.id = g.app_id
     where g.company_id = ${ctx.company.companyId} and g.revoked_at is null and g.exchanged_at is not null
     order by g.created_at desc, g.id desc limit 500`
}

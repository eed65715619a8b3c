import type { Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

export interface GrantListing {
  id: string
  company: string
  app: string
  scopes: string[]
  createdAt: Instant
  revokedAt: Instant | null
}

/** Every grant that an app has come for, for the operator. Unscoped by purpose. */
export async function listOAuthGrants(sql: Db): Promise<GrantListing[]> {
  return sql<GrantListing[]>`
    select g.id, g.company_id || ' ' || c.name as company, a.name as app, g.scopes, g.created_at as "createdAt",
           g.revoked_at as "revokedAt"
      from oauth_grants g join companies c on c.company_id = g.company_id join oauth_apps a on a.id = g.app_id
     where g.exchanged_at is not null order by g.company_id, g.id`
}

/** The number of the company that gave a grant, for the operator. */
export async function findCompanyOfGrant(sql: Db, id: string): Promise<number | undefined> {
  const [grant] = await sql<{ companyId: number }[]>`
    select company_id as "companyId" from oauth_grants where id = ${id}`
  return grant?.companyId
}

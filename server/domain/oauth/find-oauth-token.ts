import type { Company, Db } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { hashOf } from '../access/key.ts'
import { findCompany } from '../companies/company.ts'
import { companyOfSecret } from './secret.ts'

/** An access token of an app that may act for a company. */
export interface OAuthToken {
  grantId: string
  permissions: ReadonlySet<Permission>
  company: Company
  /** Milliseconds since 1970. */
  expiresAt: number
}

export async function findOAuthToken(sql: Db, token: string): Promise<OAuthToken | undefined> {
  const companyId = companyOfSecret('access', token)
  if (companyId === undefined) return undefined
  const [row] = await sql<{ grantId: string; scopes: Permission[]; expiresAt: number }[]>`
    select g.id as "grantId", t.scopes, extract(epoch from t.expires_at)::float8 * 1000 as "expiresAt"
      from oauth_access_tokens t join oauth_grants g on g.company_id = t.company_id and g.id = t.grant_id
     where t.company_id = ${companyId} and t.hash = ${hashOf(token)} and g.revoked_at is null`
  const company = row && (await findCompany(sql, companyId))
  return company && { ...row, permissions: new Set(row.scopes), company }
}

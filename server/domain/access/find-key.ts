import type { Company, Db } from '../../kernel/context.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { findCompany } from '../companies/company.ts'
import { companyOfApiKey, hashOf, isPartnerKey } from './key.ts'

/** A company's key that is valid now. */
export interface ApiKey {
  id: string
  permissions: 'all' | ReadonlySet<Permission>
  company: Company
  /** Milliseconds since 1970, to a few minutes; 0: never. */
  lastUsedAt: number
}

/** A partner whose key is valid now. */
export interface Partner {
  id: string
  name: string
}

export async function findApiKey(sql: Db, key: string): Promise<ApiKey | undefined> {
  const companyId = companyOfApiKey(key)
  if (companyId === undefined) return undefined
  const [row] = await sql<{ id: string; scopes: string[]; lastUsedAt: number }[]>`
    select k.id, k.scopes, coalesce(extract(epoch from u.last_used_at)::float8 * 1000, 0) as "lastUsedAt"
      from api_keys k left join api_key_uses u on u.company_id = k.company_id and u.id = k.id
     where k.company_id = ${companyId} and k.hash = ${hashOf(key)} and k.revoked_at is null`
  const company = row && (await findCompany(sql, companyId))
  if (!company) return undefined
  const permissions = row.scopes.includes('*') ? 'all' : new Set(row.scopes as Permission[])
  return { id: row.id, permissions, company, lastUsedAt: row.lastUsedAt }
}

export async function findPartner(sql: Db, key: string): Promise<Partner | undefined> {
  if (!isPartnerKey(key)) return undefined
  const [row] = await sql<Partner[]>`
    select p.id, p.name from partner_keys k join partners p on p.id = k.partner_id
     where k.hash = ${hashOf(key)} and k.revoked_at is null`
  return row
}

/** The company, if the partner may act for it. */
export async function findGrantedCompany(
  sql: Db,
  partnerId: string,
  companyId: number,
): Promise<Company | undefined> {
  const [granted] = await sql`
    select 1 from partner_companies where company_id = ${companyId} and partner_id = ${partnerId}`
  return granted && findCompany(sql, companyId)
}

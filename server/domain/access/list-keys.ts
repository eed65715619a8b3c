import type { Db } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** A key as it may be shown: all but the key. */
export interface KeyListing {
  id: string
  owner: string
  name: string
  hint: string
  scopes: string[]
  createdAt: Instant
  revokedAt: Instant | null
}

/** Every key of every company and partner, for the operator. Unscoped by purpose. */
export async function listKeys(sql: Db): Promise<KeyListing[]> {
  return sql<KeyListing[]>`
    select k.id, 'company ' || k.company_id || ' ' || c.name as owner, k.name, k.hint, k.scopes,
           k.created_at as "createdAt", k.revoked_at as "revokedAt"
      from api_keys k join companies c on c.company_id = k.company_id
    union all
    select k.id, 'partner ' || p.id || ' ' || p.name, k.name, k.hint, '{*}', k.created_at, k.revoked_at
      from partner_keys k join partners p on p.id = k.partner_id
    order by owner, id`
}

/** The number of the company that a key belongs to, for the operator; undefined for a partner's key or none. */
export async function findCompanyOfKey(sql: Db, id: string): Promise<number | undefined> {
  const [key] = await sql<
    { companyId: number }[]
  >`select company_id as "companyId" from api_keys where id = ${id}`
  return key?.companyId
}

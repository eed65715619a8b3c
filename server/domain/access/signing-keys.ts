import type { Db } from '../../kernel/context.ts'
import type { Vault } from '../../kernel/vault.ts'

/** A partner of a company, and the keys that its signatures may be made with. */
export interface SigningPartner {
  partnerId: string
  /** Newest first: what we sign is signed with the first. None where all keys were issued before copies were kept. */
  keys: string[]
}

interface Row {
  partnerId: string
  sealed: Uint8Array | null
}

/** The partners that may act for the company, with their valid keys. Throws nothing. */
export async function findSigningPartners(
  sql: Db,
  vault: Pick<Vault, 'open'>,
  companyId: number,
): Promise<SigningPartner[]> {
  const rows = await sql<Row[]>`
    select c.partner_id as "partnerId", k.sealed
      from partner_companies c
      left join partner_keys k on k.partner_id = c.partner_id and k.revoked_at is null and k.sealed is not null
     where c.company_id = ${companyId}
     order by k.created_at desc, k.id desc`
  const partners = new Map<string, string[]>()
  for (const { partnerId, sealed } of rows) {
    const keys = partners.get(partnerId) ?? []
    partners.set(partnerId, [...keys, ...opened(vault, sealed)])
  }
  return [...partners].map(([partnerId, keys]) => ({ partnerId, keys }))
}

/** The valid keys of a partner that can sign, newest first. */
export async function findSigningKeys(
  sql: Db,
  vault: Pick<Vault, 'open'>,
  partnerId: string,
): Promise<string[]> {
  const rows = await sql<Row[]>`
    select partner_id as "partnerId", sealed from partner_keys
     where partner_id = ${partnerId} and revoked_at is null and sealed is not null
     order by created_at desc, id desc`
  return rows.flatMap(({ sealed }) => opened(vault, sealed))
}

/** A copy that was sealed with another secret key is as good as none. */
function opened(vault: Pick<Vault, 'open'>, sealed: Uint8Array | null): string[] {
  if (sealed === null) return []
  try {
    return [vault.open(sealed) as string]
  } catch {
    return []
  }
}

import type { Ctx, Db, Tx } from '../../kernel/context.ts'

interface Logo {
  type: string
  bytes: Buffer
}

/** The bytes of a logo by its public address. Unscoped: everybody who sees a page of the company sees it. */
export async function findLogo(sql: Db | Tx, companyId: number, hash: string): Promise<Logo | undefined> {
  const [logo] = await sql<Logo[]>`
    select media_type as type, bytes from company_logos where company_id = ${companyId} and hash = ${hash}`
  return logo
}

/** The company's own, for what is rendered here. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked to read what it stands on
export const getOwnLogo = async ({ sql, company }: Ctx): Promise<Logo | undefined> =>
  company.look.logo === null ? undefined : findLogo(sql, company.companyId, company.look.logo.hash)

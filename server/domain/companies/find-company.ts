import type { Company, Db } from '../../kernel/context.ts'
import { findCompany } from './company.ts'

/** The tenant that addresses name by its UUID. Unscoped: only the edge asks. */
export async function findCompanyByUuid(sql: Db, id: string): Promise<Company | undefined> {
  const [row] = await sql<{ companyId: number }[]>`
    select company_id as "companyId" from companies where id = ${id}`
  return row && findCompany(sql, row.companyId)
}

/** The tenant of an installation that has one; undefined where there are more, or none. */
export async function findOnlyCompany(sql: Db): Promise<Company | undefined> {
  const [row, another] = await sql<{ companyId: number }[]>`
    select company_id as "companyId" from companies order by company_id limit 2`
  return row && !another ? findCompany(sql, row.companyId) : undefined
}

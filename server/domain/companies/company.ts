import type { Company, Db, Locale, Tx } from '../../kernel/context.ts'
import type { Feature } from '../../kernel/permissions.ts'

interface CompanyRow extends Omit<Company, 'features'> {
  locale: Locale
  features: Feature[]
}

export const toCompany = (row: CompanyRow): Company => ({ ...row, features: new Set(row.features) })

/** The tenant with that number, or undefined. Unscoped: only the edge and the command line ask. */
export async function findCompany(sql: Db | Tx, companyId: number): Promise<Company | undefined> {
  const [row] = await sql<CompanyRow[]>`
    select c.company_id as "companyId", c.id, c.name, c.locale, c.currency, c.time_zone as "timeZone", c.look,
           p.features
      from companies c join plans p on p.name = c.plan
     where c.company_id = ${companyId}`
  return row && toCompany(row)
}

import type { Db } from '../../kernel/context.ts'

export interface CompanyListing {
  companyId: number
  id: string
  name: string
  plan: string
}

/** Every tenant, for the operator. Unscoped by purpose. */
export async function listCompanies(sql: Db): Promise<CompanyListing[]> {
  return sql<CompanyListing[]>`
    select company_id as "companyId", id, name, plan from companies order by company_id`
}

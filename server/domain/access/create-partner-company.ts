import { transaction, type Actor, type Company, type Db, type Tx } from '../../kernel/context.ts'
import { createCompany, type NewCompany } from '../companies/create-company.ts'
import { grantPartner } from './partner.ts'

/** Opens a tenant that the partner may act for. Throws `invalid`. */
export async function createPartnerCompany(
  sql: Db | Tx,
  actor: Actor,
  now: Date,
  partnerId: string,
  input: NewCompany,
): Promise<Company> {
  const create = async (tx: Tx): Promise<Company> => {
    const company = await createCompany(tx, actor, now, input)
    await grantPartner({ sql: tx, company, actor, now }, partnerId)
    return company
  }
  return 'savepoint' in sql ? create(sql) : transaction(sql, create)
}

import { atomically, type Actor, type Company, type Db, type Tx } from '../../kernel/context.ts'
import { createCompany, type NewCompany } from '../companies/create-company.ts'
import { grantPartner } from './partner.ts'

/** Opens a tenant that the partner may act for. Throws `invalid`. */
export const createPartnerCompany = (
  sql: Db | Tx,
  actor: Actor,
  now: Date,
  partnerId: string,
  input: NewCompany,
): Promise<Company> =>
  atomically({ sql }, async ({ sql: tx }) => {
    const company = await createCompany(tx, actor, now, input)
    await grantPartner({ sql: tx, company, actor, now }, partnerId)
    return company
  })

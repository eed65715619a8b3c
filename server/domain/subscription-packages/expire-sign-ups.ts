import { transaction, type Actor, type Db } from '../../kernel/context.ts'
import { findCompany } from '../companies/company.ts'
import { insertEvent } from '../events/event.ts'
import { paymentsOf } from '../payments/find-payment.ts'
import { recordState } from '../payments/record-state.ts'

const actor: Actor = { kind: 'system', id: 'expire-sign-ups', permissions: 'all' }

/** A bank transfer may take days: until then money that comes late still finds its sign-up. */
const KEPT_MS = 30 * 24 * 60 * 60_000

/**
 * Closes the payment of sign-ups whose hour is over, where the provider has not heard of it yet, and forgets who never
 * paid a month later. Returns how many it forgot.
 */
export async function expireSignUps(sql: Db, now: Date): Promise<number> {
  const expired = await sql<{ companyId: number; id: string }[]>`
    select s.company_id as "companyId", s.id from pending_sign_ups s
      join payments p on p.company_id = s.company_id and p.subject_kind = 'sign_up' and p.subject_id = s.id
     where s.completed_at is null and s.expires_at <= ${now} and p.status = 'created'
     order by s.company_id, s.expires_at limit 1000`
  for (const { companyId, id } of expired) {
    const company = await findCompany(sql, companyId)
    if (!company) continue
    const ctx = { sql, company, actor, now }
    for (const payment of await paymentsOf(ctx, { kind: 'sign_up', id }, 10))
      await recordState(ctx, payment.id, { failure: 'The sign-up has expired.' })
  }
  const companies = await sql<{ companyId: number }[]>`
    select distinct company_id as "companyId" from pending_sign_ups
     where completed_at is null and expires_at <= ${new Date(now.getTime() - KEPT_MS)}`
  let forgotten = 0
  for (const { companyId } of companies) {
    const company = await findCompany(sql, companyId)
    if (!company) continue
    forgotten += await transaction(sql, async (tx) => {
      const gone = await tx<{ id: string }[]>`
        delete from pending_sign_ups
         where company_id = ${companyId} and completed_at is null
           and expires_at <= ${new Date(now.getTime() - KEPT_MS)}
        returning id`
      for (const { id } of gone)
        await tx`
          with gone as (select ${companyId}::integer as company_id, ${id}::uuid as id, null as before, null as after)
          ${insertEvent({ sql: tx, actor, now }, 'sign_up.expired')} from gone`
      return gone.length
    })
  }
  return forgotten
}

import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Vault } from '../../kernel/vault.ts'
import { eraseOwnRows } from './erase-own-rows.ts'
import { findPersonRows } from './person.ts'
import { addPrivacyJob } from './request.ts'
import { itemsOf, obstaclesOf } from './weigh-erasure.ts'
import { findPersonWords } from './words-of-person.ts'

/**
 * Forgets a customer: what is theirs at once, what the rest of the company's rows say of them by a job. `confirm` is their
 * name, as it is typed to be sure. Throws `forbidden`, `not_found`, `invalid` (another name), `conflict` (money or a
 * contract is between the two, an export is being made, or they were erased already).
 */
export async function startErasure(
  ctx: Ctx,
  vault: Pick<Vault, 'seal'>,
  customerId: string,
  confirm: string,
): Promise<string> {
  allow(ctx.actor, 'privacy:write')
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const [customer] = await sql<{ name: string; erased: boolean }[]>`
      select name, erased_at is not null as erased from customers
       where company_id = ${companyId} and id = ${customerId} for update`
    if (!customer) throw notFound('customer')
    if (customer.erased) throw conflict('person_erased', 'They were erased already.')
    if (confirm.trim() !== customer.name.trim()) throw invalid('confirm', 'must be the name of the customer')
    const [exporting] = await sql`
      select from privacy_requests where company_id = ${companyId} and customer_id = ${customerId} and state = 'running'`
    if (exporting)
      throw conflict('privacy_request_running', 'Their data is being put together: wait until that is done.')
    const rows = await findPersonRows(inside, customerId)
    const obstacles = await obstaclesOf(inside, rows)
    if (obstacles.length > 0)
      throw conflict(
        'person_has_dealings',
        'They still owe something, pay at this moment, or have a subscription: end that first.',
      )
    const items = await itemsOf(inside, rows)
    const words = await findPersonWords(inside, rows)
    await eraseOwnRows(inside, { customerId, rows, words })
    const id = newId()
    const after = Object.fromEntries(items.map(({ kind, count, fate }) => [`${kind}.${fate}`, count]))
    await sql`
      with started as (
        insert into privacy_requests (company_id, id, kind, customer_id, state, items, sealed, created_at)
        values (${companyId}, ${id}, 'erasure', ${customerId}, 'running', ${sql.json(items as never)},
                ${vault.seal({ words, ids: [...rows.values()].flatMap((own) => [...own]) })}, ${inside.now})
        returning *
      ), job as (select ${addPrivacyJob(sql)} as job from started),
      event as (
        insert into events (company_id, id, type, subject_id, actor, at, before, after)
        select company_id, ${newId()}::uuid, 'privacy.erased', customer_id, ${`${inside.actor.kind}:${inside.actor.id}`},
               ${inside.now}::timestamptz, null, ${sql.json(after)}::jsonb from started
      )
      select count(*) from job`
    return id
  })
}

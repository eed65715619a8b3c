import type { Fragment } from 'postgres'
import type { Ctx, Db } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { checkCode, MAX_ATTEMPTS, mayBeSent } from '../codes/code.ts'
import { ownAddress } from './own.ts'

const CODE_MINUTES = 60

export const expiryOfCode = ({ now }: Ctx): Date => new Date(now.getTime() + CODE_MINUTES * 60_000)

/** Completes `select …` to a row where another code may be sent. Counted by the address: another session of it makes no codes more. */
export const whereCodeMayBeSent = (ctx: Ctx) => ctx.sql`
  from customer_contact_changes c
  join customer_sessions s on s.company_id = c.company_id and s.id = c.session_id
 where c.company_id = ${ctx.company.companyId} and s.email = ${ownAddress(ctx)} and ${mayBeSent(ctx)}`

/** The newest change of the session that a condition names. */
const newest = (ctx: Ctx, which: Fragment) => ctx.sql`
  select id from customer_contact_changes
   where company_id = ${ctx.company.companyId} and session_id = ${ctx.actor.id} and ${which}
   order by sent_at desc, id desc limit 1`

/** A new number of one customer, or a new address of the session. */
export interface PendingChange {
  customerId: string | null
  email: string | null
  phone: string | null
}

/** What waits for its code: the newest number of each customer, and the newest address. */
// oxlint-disable-next-line house/ask-permission -- it is of the session that asks
export async function findOwnPending(ctx: Ctx): Promise<PendingChange[]> {
  return ctx.sql<PendingChange[]>`
    select customer_id as "customerId", email, phone from (
      select distinct on (customer_id) * from customer_contact_changes
       where company_id = ${ctx.company.companyId} and session_id = ${ctx.actor.id}
       order by customer_id, sent_at desc, id desc
    ) c where confirmed_at is null and expires_at > ${ctx.now}`
}

/**
 * Checks a code against the newest that was sent for what `which` says. Every attempt counts, whatever becomes of the
 * request: `outside` is no transaction. Throws `invalid`.
 */
// oxlint-disable-next-line house/ask-permission -- a part of verbs that have asked
export async function enterOwnCode(
  ctx: Ctx,
  outside: Db,
  which: Fragment,
  given: string,
): Promise<{ id: string; email: string | null; phone: string | null }> {
  // What no code looks like is no guess at one.
  if (!/^\d{6}$/.test(given.trim())) throw invalid('code', 'must be the six digits that were sent to you')
  const [sent] = await outside<
    { id: string; hash: Uint8Array; email: string | null; phone: string | null }[]
  >`
    update customer_contact_changes set attempts = attempts + 1
     where company_id = ${ctx.company.companyId} and id = (${newest(ctx, which)})
       and attempts < ${MAX_ATTEMPTS} and expires_at > ${ctx.now} and confirmed_at is null
    returning id, code_hash as hash, email, phone`
  checkCode(sent, given)
  return sent!
}

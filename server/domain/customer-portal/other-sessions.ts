import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { ownAddress } from './own.ts'
import { IDLE_MS, LONGEST_MS } from './session.ts'

const others = (ctx: Ctx) => ctx.sql`
  company_id = ${ctx.company.companyId} and email = ${ownAddress(ctx)} and id <> ${ctx.actor.id} and ended_at is null`

/** On how many other devices the address is signed in. */
// oxlint-disable-next-line house/ask-permission -- it is of the address that asks
export async function countOtherSessions(ctx: Ctx): Promise<number> {
  const before = (ms: number) => new Date(ctx.now.getTime() - ms)
  const [{ count }] = await ctx.sql<[{ count: number }]>`
    select count(*)::integer as count from customer_sessions
     where ${others(ctx)} and last_seen_at > ${before(IDLE_MS)} and created_at > ${before(LONGEST_MS)}`
  return count
}

/** Ends every session of the address but the one that asks, in every process. Throws `forbidden`. */
export async function endOtherSessions(ctx: Ctx): Promise<void> {
  allow(ctx.actor, 'customers:write')
  await ctx.sql`
    with ended as (update customer_sessions set ended_at = ${ctx.now} where ${others(ctx)})
    select pg_notify('access_changed', '')`
}

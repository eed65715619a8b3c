import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { ownMembership, type Person } from './inbox-entry.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** Who does not say so anew within this time has left. */
const SECONDS = 45

/** So many tabs of one session are known; nobody has more before them. */
const MOST_TABS = 20

/** Somebody who has a conversation before them. */
export interface Present {
  ticketId: string
  person: Person
  writing: boolean
  since: Instant
}

const earliest = (ctx: Ctx) => new Date(ctx.now.getTime() - SECONDS * 1000)

/**
 * Notes which conversation a tab of the caller's session shows, and whether something is written there. Others are told
 * when that is new. Throws `forbidden`, `not_found`.
 */
export async function notePresence(
  ctx: Ctx,
  sessionId: string,
  tab: string,
  { ticketId, writing }: { ticketId: string; writing: boolean },
): Promise<void> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  const [noted] = await ctx.sql`
    with over as (
      delete from inbox_presence where company_id = ${companyId} and seen_at < ${earliest(ctx)}
         and not (session_id = ${sessionId} and tab = ${tab})
    ), old as (
      select ticket_id, writing from inbox_presence
       where company_id = ${companyId} and session_id = ${sessionId} and tab = ${tab} and seen_at >= ${earliest(ctx)}
    ), noted as (
      insert into inbox_presence as p (company_id, session_id, tab, membership_id, ticket_id, writing, since, seen_at)
      select t.company_id, ${sessionId}::uuid, ${tab}::uuid, m.id, t.id, ${writing}::boolean, ${ctx.now}::timestamptz,
             ${ctx.now}::timestamptz
        from tickets t, ${ownMembership(ctx)} m
       where t.company_id = ${companyId} and t.id = ${ticketId} and t.merged_into is null
         and (select count(*) from inbox_presence o
               where o.company_id = ${companyId} and o.session_id = ${sessionId} and o.tab <> ${tab}) < ${MOST_TABS}
      on conflict (company_id, session_id, tab) do update
        set membership_id = excluded.membership_id, ticket_id = excluded.ticket_id, writing = excluded.writing,
            seen_at = excluded.seen_at,
            since = case when p.ticket_id = excluded.ticket_id then p.since else excluded.since end
      returning ticket_id, writing
    )
    select case when not exists (select from old o where (o.ticket_id, o.writing) = (n.ticket_id, n.writing))
                then wake_inbox(${companyId}) end
      from noted n`
  if (!noted) await conversationMustExist(ctx, ticketId)
}

/** A tab has left the conversation that it showed. Throws `forbidden`. */
export async function endPresence(ctx: Ctx, sessionId: string, tab: string): Promise<void> {
  allow(ctx.actor, 'tickets:read')
  const { companyId } = ctx.company
  await ctx.sql`
    with gone as (
      delete from inbox_presence
       where company_id = ${companyId} and session_id = ${sessionId} and tab = ${tab} returning tab
    )
    select wake_inbox(${companyId}) from gone`
}

/** Who has which conversation before them, each of them once per conversation. Throws `forbidden`. */
export async function listPresence(ctx: Ctx): Promise<Present[]> {
  allow(ctx.actor, 'tickets:read')
  return ctx.sql<Present[]>`
    select p.ticket_id as "ticketId", jsonb_build_object('id', m.id, 'name', u.name) as person,
           bool_or(p.writing) as writing, min(p.since) as since
      from inbox_presence p
      join memberships m on m.company_id = p.company_id and m.id = p.membership_id
      join users u on u.id = m.user_id
     where p.company_id = ${ctx.company.companyId} and p.seen_at >= ${earliest(ctx)}
     group by p.ticket_id, m.id, u.name
     order by 1, min(p.since), m.id limit 500`
}

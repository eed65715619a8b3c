import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { keepSaidWords } from './said-words.ts'
import type { TicketState } from './ticket.ts'

interface Merge {
  id: string
  /** Nothing was said, answered or archived since. */
  quiet: boolean
  state: TicketState
  intoState: TicketState
  stateNow: TicketState
}

/**
 * Makes two conversations of one again: each gets back what it had. What came since stays with the one that took the other
 * up; where something did, both go on as that one stands. Only the last merge can be undone; then the one before it.
 * Throws `forbidden`, `not_found`, `conflict`.
 */
export async function undoMerge(ctx: Ctx, id: string, mergedId: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  await atomically(ctx, async (inside) => {
    const { sql } = inside
    await sql`
      select 1 from tickets where company_id = ${companyId} and id in (${id}, ${mergedId}) order by id for update`
    const merges = await sql<Merge[]>`
      select g.id, t.state = g.merged_state and t.last_message_at = g.merged_last_message_at as quiet, g.state,
             g.into_state as "intoState", t.state as "stateNow"
        from ticket_merges g join tickets t on t.company_id = g.company_id and t.id = g.into_id and t.merged_into is null
       where g.company_id = ${companyId} and g.into_id = ${id}
       order by g.merged_at desc, g.id desc`
    const merge = merges.find((one) => one.id === mergedId)
    if (!merge) throw notFound('merge')
    if (merges[0] !== merge)
      throw conflict('merge_not_the_last', 'Another conversation was merged later: undo that first.')
    const state = merge.quiet ? merge.state : merge.stateNow
    const intoState = merge.quiet ? merge.intoState : merge.stateNow
    await sql`
      with said as (
        update ticket_messages m set ticket_id = t.id, invoice_id = t.invoice_id, state = t.state
          from ticket_merges g join tickets t on t.company_id = g.company_id and t.id = g.id
         where g.company_id = ${companyId} and g.id = ${mergedId} and m.company_id = ${companyId}
           and m.id = any(g.message_ids)
      ), noted as (
        update ticket_notes n set ticket_id = g.id from ticket_merges g
         where g.company_id = ${companyId} and g.id = ${mergedId} and n.company_id = ${companyId}
           and n.id = any(g.note_ids)
      )
      select 1`
    await sql`
      update tickets t
         set state = ${state}, merged_into = null,
             snoozed_until = case when ${state} <> 'archived' and g.snoozed_until > ${inside.now} then g.snoozed_until end
        from ticket_merges g
       where g.company_id = ${companyId} and g.id = ${mergedId} and t.company_id = ${companyId} and t.id = g.id`
    await sql`
      with undone as (
        delete from ticket_merges where company_id = ${companyId} and id = ${mergedId} returning *
      )
      update tickets t
         set state = ${intoState},
             last_message_at = case when ${merge.quiet} then g.into_last_message_at else coalesce((
               select max(m.posted_at) from ticket_messages m where m.company_id = t.company_id and m.ticket_id = t.id),
               g.into_last_message_at) end,
             surfaced_at = case when ${merge.quiet} then g.into_surfaced_at else t.surfaced_at end
        from undone g
       where t.company_id = ${companyId} and t.id = ${id}`
    const event = (about: string, before: TicketState, after: TicketState) => sql`
      with event as (
        ${insertEvent(inside, 'ticket.unmerged')}
          from (select ${companyId}::integer as company_id, ${about}::uuid as id,
                       jsonb_build_object('state', ${before}::text) as before,
                       jsonb_build_object('state', ${after}::text) as after) undone
      )
      select 1`
    await event(id, merge.stateNow, intoState)
    await event(mergedId, 'archived', state)
    await keepSaidWords(inside, [id, mergedId])
  })
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** Takes a conversation out of the archive: who spoke last says whose turn it is. Throws `forbidden`, `not_found`, `conflict`. */
export async function reopenTicket(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  const [reopened] = await ctx.sql`
    with old as (
      select id, state from tickets
       where company_id = ${companyId} and id = ${id} and state = 'archived' and merged_into is null for update
    ), reopened as (
      update tickets t
         set state = case when (select m.by_customer from ticket_messages m
                                 where m.company_id = t.company_id and m.ticket_id = t.id
                                 order by m.posted_at desc, m.id desc limit 1) then 'unanswered' else 'answered' end
        from old where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('state', old.state) as before,
                jsonb_build_object('state', t.state) as after
    ), event as (${insertEvent(ctx, 'ticket.reopened')} from reopened)
    select id from reopened`
  if (reopened) return
  await conversationMustExist(ctx, id)
  throw conflict('ticket_not_closed', 'The conversation is not archived.')
}

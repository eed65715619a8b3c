import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/**
 * Makes one of the staff deal with a conversation, by the membership, or nobody. Throws `forbidden`, `not_found`, and
 * `invalid` for whom may not answer.
 */
export async function assignTicket(ctx: Ctx, id: string, assigneeId: string | null): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  const [looked] = await ctx.sql<{ known: boolean; assigned: string | null }[]>`
    with colleague as (
      select id from memberships where company_id = ${companyId} and id = ${assigneeId}::uuid and role <> 'read_only'
    ), old as (
      select id, assignee_id from tickets
       where company_id = ${companyId} and id = ${id} and merged_into is null
         and assignee_id is distinct from ${assigneeId}::uuid
         and (${assigneeId}::uuid is null or exists (select from colleague))
         for update
    ), assigned as (
      update tickets t set assignee_id = ${assigneeId}::uuid from old
       where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('assigneeId', old.assignee_id) as before,
                jsonb_build_object('assigneeId', t.assignee_id) as after
    ), event as (${insertEvent(ctx, 'inbox.assigned')} from assigned)
    select exists (select from colleague) as known, (select id from assigned) as assigned`
  if (looked!.assigned !== null) return
  await conversationMustExist(ctx, id)
  if (assigneeId !== null && !looked!.known)
    throw invalid('assigneeId', 'must be the ID of a colleague who may answer, or null')
}

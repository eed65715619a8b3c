import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** Takes back what was handed to the support team; once is as good as twice. Throws `forbidden`, `not_found`. */
export async function takeFromSupport(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  const [taken] = await ctx.sql`
    with old as (
      select id, assigned_to_support_at as at from tickets
       where company_id = ${companyId} and id = ${id} and assigned_to_support_at is not null and merged_into is null
         for update
    ), taken as (
      update tickets t set assigned_to_support_at = null from old where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('assignedToSupportAt', old.at) as before,
                jsonb_build_object('assignedToSupportAt', null) as after
    ), event as (${insertEvent(ctx, 'inbox.taken_from_support')} from taken)
    select id from taken`
  if (!taken) await conversationMustExist(ctx, id)
}

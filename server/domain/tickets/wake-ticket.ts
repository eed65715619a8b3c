import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** Ends a snooze before its time; the conversation is where it was before. Throws `forbidden`, `not_found`. */
export async function wakeTicket(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  const [woken] = await ctx.sql`
    with old as (
      select id, snoozed_until from tickets
       where company_id = ${companyId} and id = ${id} and snoozed_until is not null and merged_into is null for update
    ), woken as (
      update tickets t set snoozed_until = null from old where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('snoozedUntil', old.snoozed_until) as before,
                jsonb_build_object('snoozedUntil', null) as after
    ), event as (${insertEvent(ctx, 'inbox.woken')} from woken)
    select id from woken`
  if (!woken) await conversationMustExist(ctx, id)
}

/**
 * Ends a snooze whose moment has come: the conversation comes up again. Not the clock but the moment itself says that it
 * has, so that a clock that is behind loses nothing; a later snooze is left alone.
 */
export async function wakeDueTicket(ctx: Ctx, id: string, until: Date): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  await ctx.sql`
    with old as (
      select id, snoozed_until from tickets
       where company_id = ${companyId} and id = ${id} and snoozed_until <= ${until} for update
    ), woken as (
      update tickets t set snoozed_until = null, surfaced_at = greatest(t.surfaced_at, old.snoozed_until) from old
       where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('snoozedUntil', old.snoozed_until) as before,
                jsonb_build_object('snoozedUntil', null) as after
    ), event as (${insertEvent(ctx, 'inbox.woken')} from woken)
    select id from woken`
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { conversationMustExist } from './ticket-must-exist.ts'

/** The job that ends a snooze. */
export const WAKE_TICKET = 'wake-ticket'

export interface WakeTicketJob {
  companyId: number
  ticketId: string
  /** ISO 8601. */
  until: string
}

const YEAR_MS = 366 * 24 * 3_600_000

/**
 * Takes a conversation out of sight until a moment, or until the customer says something. Throws `forbidden`,
 * `not_found`, `invalid` (a moment that is over, or more than a year away), `conflict` (archived).
 */
export async function snoozeTicket(ctx: Ctx, id: string, until: Date): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  if (until <= ctx.now) throw invalid('until', 'must be in the future')
  if (until.getTime() > ctx.now.getTime() + YEAR_MS) throw invalid('until', 'must be within a year')
  const { companyId } = ctx.company
  const job: WakeTicketJob = { companyId, ticketId: id, until: until.toISOString() }
  const [snoozed] = await ctx.sql`
    with old as (
      select id, snoozed_until from tickets
       where company_id = ${companyId} and id = ${id} and state <> 'archived' and merged_into is null for update
    ), snoozed as (
      update tickets t set snoozed_until = ${until} from old where t.company_id = ${companyId} and t.id = old.id
      returning t.company_id, t.id, jsonb_build_object('snoozedUntil', old.snoozed_until) as before,
                jsonb_build_object('snoozedUntil', t.snoozed_until) as after
    ), event as (${insertEvent(ctx, 'inbox.snoozed')} from snoozed)
    select (graphile_worker.add_job(${WAKE_TICKET}::text, ${JSON.stringify(job)}::text::json,
              job_key := 'wake-ticket ' || id, run_at := ${until}::timestamptz)).id from snoozed`
  if (snoozed) return
  await conversationMustExist(ctx, id)
  throw conflict('ticket_already_closed', 'The conversation is archived.')
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'

/** Throws `forbidden`, `not_found`. */
export async function deleteCannedAnswer(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.actor, 'tickets:write')
  const [gone] = await ctx.sql`
    with gone as (
      delete from canned_answers where company_id = ${ctx.company.companyId} and id = ${id}
      returning company_id, id, jsonb_build_object('name', name) as before, null as after
    ), event as (${insertEvent(ctx, 'canned_answer.deleted')} from gone)
    select id from gone`
  if (!gone) throw notFound('canned_answer')
}

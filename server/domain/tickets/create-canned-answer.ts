import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import {
  cannedAnswerColumns,
  checkPlaceholders,
  nameInUse,
  type CannedAnswer,
  type NewCannedAnswer,
} from './canned-answer.ts'

/** Throws `forbidden`, `invalid` (an unknown placeholder), `conflict` (the name is in use). */
export async function createCannedAnswer(ctx: Ctx, { name, body }: NewCannedAnswer): Promise<CannedAnswer> {
  allow(ctx.actor, 'tickets:write')
  checkPlaceholders(body.html)
  const [answer] = await ctx.sql<[CannedAnswer]>`
    with a as (
      insert into canned_answers (company_id, id, name, body_html, created_at, changed_at)
      values (${ctx.company.companyId}, ${newId()}, ${name}, ${body.html}, ${ctx.now}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name) as after
    ), event as (${insertEvent(ctx, 'canned_answer.created')} from a)
    select ${cannedAnswerColumns(ctx)} from a`.catch(nameInUse)
  return answer
}

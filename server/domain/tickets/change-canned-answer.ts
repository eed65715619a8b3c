import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import {
  cannedAnswerColumns,
  checkPlaceholders,
  nameInUse,
  type CannedAnswer,
  type NewCannedAnswer,
} from './canned-answer.ts'

/** Throws `forbidden`, `not_found`, `invalid` (an unknown placeholder), `conflict` (the name is in use). */
export async function changeCannedAnswer(
  ctx: Ctx,
  id: string,
  { name, body }: NewCannedAnswer,
): Promise<CannedAnswer> {
  allow(ctx.actor, 'tickets:write')
  checkPlaceholders(body.html)
  const { companyId } = ctx.company
  const [answer] = await ctx.sql<CannedAnswer[]>`
    with old as (
      select id, name from canned_answers where company_id = ${companyId} and id = ${id} for update
    ), a as (
      update canned_answers n set name = ${name}, body_html = ${body.html}, changed_at = ${ctx.now} from old
       where n.company_id = ${companyId} and n.id = old.id
      returning n.*, jsonb_build_object('name', old.name) as before, jsonb_build_object('name', n.name) as after
    ), event as (${insertEvent(ctx, 'canned_answer.changed')} from a)
    select ${cannedAnswerColumns(ctx)} from a`.catch(nameInUse)
  if (!answer) throw notFound('canned_answer')
  return answer
}

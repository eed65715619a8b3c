import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { cannedAnswerColumns, type CannedAnswer } from './canned-answer.ts'

/** A company has fewer than these. */
const MOST = 500

/** The company's canned answers by name. Throws `forbidden`. */
export async function listCannedAnswers(ctx: Ctx): Promise<CannedAnswer[]> {
  allow(ctx.actor, 'tickets:read')
  return ctx.sql<CannedAnswer[]>`
    select ${cannedAnswerColumns(ctx)} from canned_answers a
     where a.company_id = ${ctx.company.companyId} order by lower(a.name), a.id limit ${MOST}`
}

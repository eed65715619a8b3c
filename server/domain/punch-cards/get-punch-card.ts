import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { punchCardColumns } from './columns.ts'
import type { PunchCard } from './punch-card.ts'

/** One template of the company. Throws `forbidden`, `not_found`. */
export async function getPunchCard(ctx: Ctx, id: string): Promise<PunchCard> {
  allow(ctx.actor, 'punchcards:read')
  const card = await findPunchCard(ctx, id)
  if (!card) throw notFound('punch_card')
  return card
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findPunchCard(ctx: Ctx, id: string): Promise<PunchCard | undefined> {
  const [card] = await ctx.sql<PunchCard[]>`
    select ${punchCardColumns(ctx)} from punch_cards where company_id = ${ctx.company.companyId} and id = ${id}`
  return card
}

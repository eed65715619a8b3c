import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { issuedColumns } from './columns.ts'
import type { IssuedPunchCard } from './punch-card.ts'

/** One customer's card of a template. Throws `forbidden`, `not_found`. */
export async function getIssuedPunchCard(
  ctx: Ctx,
  punchCardId: string,
  id: string,
): Promise<IssuedPunchCard> {
  allow(ctx.actor, 'punchcards:read')
  const card = await findIssuedPunchCard(ctx, punchCardId, id)
  if (!card) throw notFound('issued_punch_card')
  return card
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findIssuedPunchCard(
  ctx: Ctx,
  punchCardId: string,
  id: string,
): Promise<IssuedPunchCard | undefined> {
  const [card] = await ctx.sql<IssuedPunchCard[]>`
    select ${issuedColumns(ctx)} from issued_punch_cards
     where company_id = ${ctx.company.companyId} and id = ${id} and punch_card_id = ${punchCardId}`
  return card
}

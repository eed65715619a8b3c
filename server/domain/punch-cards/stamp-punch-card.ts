import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { issuedColumns } from './columns.ts'
import { findIssuedPunchCard } from './get-issued-punch-card.ts'
import { statusOf, type IssuedPunchCard } from './punch-card.ts'

/**
 * Takes punches off a customer's card, all or none of them. The condition is in the update, so that of many at once none
 * takes it below zero. Throws `forbidden`, `not_found`, `conflict` (expired, or too few left).
 */
export async function stampPunchCard(
  ctx: Ctx,
  punchCardId: string,
  id: string,
  stamps: number,
): Promise<IssuedPunchCard> {
  allow(ctx.actor, 'punchcards:write')
  const [stamped] = await ctx.sql<IssuedPunchCard[]>`
    with stamped as (
      update issued_punch_cards set punches_left = punches_left - ${stamps}::integer
       where company_id = ${ctx.company.companyId} and id = ${id} and punch_card_id = ${punchCardId}
         and punches_left >= ${stamps}::integer and (expires_at is null or expires_at > ${ctx.now})
      returning *, jsonb_build_object('punchesLeft', punches_left + ${stamps}::integer) as before,
                jsonb_build_object('punchesLeft', punches_left) as after
    ), event as (${insertEvent(ctx, 'punch_card.stamped')} from stamped)
    select ${issuedColumns(ctx)} from stamped`
  if (stamped) return stamped
  const card = await findIssuedPunchCard(ctx, punchCardId, id)
  if (!card) throw notFound('issued_punch_card')
  if (statusOf(card, ctx.now) === 'expired')
    throw conflict('punch_card_expired', 'The punch card has expired.')
  throw conflict('punch_card_exhausted', `The punch card has ${card.punchesLeft} punches left.`)
}

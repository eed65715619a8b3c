import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { punchCardColumns } from './columns.ts'
import type { PunchCard } from './punch-card.ts'

/** Puts a template up for sale at a price, or takes it off. Throws `forbidden`, `not_found`. */
export async function sellPunchCard(
  ctx: Ctx,
  id: string,
  sale: { priceCents: number; vatRate: number } | undefined,
): Promise<PunchCard> {
  allow(ctx.actor, 'punchcards:write')
  const [card] = await ctx.sql<PunchCard[]>`
    with old as (
      select company_id, id, price_cents from punch_cards
       where company_id = ${ctx.company.companyId} and id = ${id} for update
    ), changed as (
      update punch_cards c
         set for_sale = ${sale !== undefined}, price_cents = ${sale?.priceCents ?? null},
             vat_rate = ${sale?.vatRate ?? null}
        from old where c.company_id = old.company_id and c.id = old.id
      returning c.*, jsonb_build_object('priceCents', old.price_cents) as before,
                jsonb_build_object('priceCents', c.price_cents) as after
    ), event as (${insertEvent(ctx, 'punch_card.sale_changed')} from changed)
    select ${punchCardColumns(ctx)} from changed`
  if (!card) throw notFound('punch_card')
  return card
}

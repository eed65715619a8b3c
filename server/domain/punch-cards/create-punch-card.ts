import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { punchCardColumns } from './columns.ts'
import type { PunchCard } from './punch-card.ts'

export type NewPunchCard = Omit<PunchCard, 'id' | 'createdAt' | 'forSale'>

/** Makes a template; it is for sale if it has a price. Throws `forbidden`. */
export async function createPunchCard(ctx: Ctx, input: NewPunchCard): Promise<PunchCard> {
  allow(ctx.actor, 'punchcards:write')
  const [card] = await ctx.sql<[PunchCard]>`
    with made as (
      insert into punch_cards (company_id, id, name, description, punches, punch_label, for_sale, price_cents, vat_rate,
                               expiry_value, expiry_period, created_at)
      values (${ctx.company.companyId}, ${newId()}, ${input.name}, ${input.description}, ${input.punches},
              ${input.punchLabel}, ${input.priceCents !== null}, ${input.priceCents}, ${input.vatRate},
              ${input.expiryValue}, ${input.expiryPeriod}, ${ctx.now})
      returning *, null as before, jsonb_build_object('name', name, 'punches', punches) as after
    ), event as (${insertEvent(ctx, 'punch_card.created')} from made)
    select ${punchCardColumns(ctx)} from made`
  return card
}

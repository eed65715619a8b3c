import type { Ctx } from '../../kernel/context.ts'
import { invalid, notFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { addPeriod } from '../../kernel/time.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { insertEvent } from '../events/event.ts'
import { issuedColumns } from './columns.ts'
import { findPunchCard } from './get-punch-card.ts'
import type { IssuedPunchCard } from './punch-card.ts'

/** Gives a customer a new card of a template. Throws `forbidden`, `not_found` (template), `invalid` (customer). */
export async function issuePunchCard(
  ctx: Ctx,
  punchCardId: string,
  customerId: string,
): Promise<IssuedPunchCard> {
  allow(ctx.actor, 'punchcards:write')
  const template = await findPunchCard(ctx, punchCardId)
  if (!template) throw notFound('punch_card')
  const { expiryValue, expiryPeriod } = template
  const expiresAt =
    expiryValue === null || expiryPeriod === null
      ? null
      : addPeriod(ctx.now, ctx.company.timeZone, { [expiryPeriod]: expiryValue })
  const [issued] = await ctx.sql<IssuedPunchCard[]>`
    with made as (
      insert into issued_punch_cards (company_id, id, punch_card_id, customer_id, punches_left, expires_at, issued_at)
      select company_id, ${newId()}::uuid, ${punchCardId}::uuid, id, ${template.punches}::integer,
             ${expiresAt}::timestamptz, ${ctx.now}::timestamptz
        from customers where company_id = ${ctx.company.companyId} and id = ${customerId}
      returning *, null as before, jsonb_build_object('punchesLeft', punches_left) as after
    ), event as (${insertEvent(ctx, 'punch_card.issued')} from made)
    select ${issuedColumns(ctx)} from made`
  if (issued) return issued
  if (await findCustomer(ctx, customerId)) throw notFound('punch_card')
  throw invalid('customerId', 'must be the ID of an existing customer')
}

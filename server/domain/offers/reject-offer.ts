import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { answeredAlready } from './answered-already.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/** Notes that the customer rejected the offer. Throws `forbidden`, `not_found`, `conflict` (answered already). */
export async function rejectOffer(ctx: Ctx, id: string, at: Date): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  const [offer] = await ctx.sql<Offer[]>`
    with rejected as (
      update offers set rejected_at = ${at}
       where company_id = ${ctx.company.companyId} and id = ${id} and accepted_at is null and rejected_at is null
      returning *, jsonb_build_object('rejectedAt', null) as before,
                jsonb_build_object('rejectedAt', rejected_at) as after
    ), event as (${insertEvent(ctx, 'offer.rejected')} from rejected)
    select ${offerColumns(ctx)} from rejected o`
  return offer ?? answeredAlready(ctx, id)
}

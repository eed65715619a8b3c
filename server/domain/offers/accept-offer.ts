import type { Ctx } from '../../kernel/context.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { answeredAlready } from './answered-already.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/** When and how an offer was accepted. */
export interface Acceptance {
  at: Date
  ip: string | null
  userAgent: string | null
  /** PNG. */
  signature: Buffer | null
}

/**
 * Notes that the customer accepted the offer; of many who answer it at once, one does. That it has expired is the company's
 * to judge. Throws `forbidden`, `not_found`, `conflict` (answered already).
 */
export async function acceptOffer(ctx: Ctx, id: string, acceptance: Acceptance): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  const { at, ip, userAgent, signature } = acceptance
  const [offer] = await ctx.sql<Offer[]>`
    with accepted as (
      update offers
         set accepted_at = ${at}, accepted_via_ip = ${ip}, accepted_via_user_agent = ${userAgent},
             acceptance_signature = ${signature}
       where company_id = ${ctx.company.companyId} and id = ${id} and accepted_at is null and rejected_at is null
      returning *, jsonb_build_object('acceptedAt', null) as before,
                jsonb_build_object('acceptedAt', accepted_at, 'acceptedViaIp', accepted_via_ip) as after
    ), event as (${insertEvent(ctx, 'offer.accepted')} from accepted)
    select ${offerColumns(ctx)} from accepted o`
  return offer ?? answeredAlready(ctx, id)
}

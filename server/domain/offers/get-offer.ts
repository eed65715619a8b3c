import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { offerColumns } from './offer-columns.ts'
import type { Offer } from './offer.ts'

/** One offer of the company. Throws `forbidden`, `not_found`. */
export async function getOffer(ctx: Ctx, id: string): Promise<Offer> {
  allow(ctx.actor, 'offers:read')
  const offer = await findOffer(ctx, id)
  if (!offer) throw notFound('offer')
  return offer
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findOffer(ctx: Ctx, id: string): Promise<Offer | undefined> {
  const [offer] = await ctx.sql<Offer[]>`
    select ${offerColumns(ctx)} from offers o where o.company_id = ${ctx.company.companyId} and o.id = ${id}`
  return offer
}

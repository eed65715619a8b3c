import type { Ctx } from '../../kernel/context.ts'
import { getPublicOffer } from './get-public-offer.ts'
import type { Offer } from './offer.ts'
import { rejectOffer } from './reject-offer.ts'

/** Rejects the offer behind its secret link, expired or not. Throws `not_found`, `conflict` (answered already). */
// oxlint-disable-next-line house/ask-permission -- getPublicOffer and rejectOffer ask
export async function declineOffer(ctx: Ctx, id: string, token: string): Promise<Offer> {
  await getPublicOffer(ctx, id, token)
  return rejectOffer(ctx, id, ctx.now)
}

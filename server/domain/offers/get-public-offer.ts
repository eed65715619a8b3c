import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { getOfferDetails } from './get-offer-details.ts'
import type { OfferDetails } from './offer.ts'

/** The offer behind its secret link. A wrong token is answered like a missing offer. Throws `not_found`. */
// oxlint-disable-next-line house/ask-permission -- getOfferDetails asks
export async function getPublicOffer(ctx: Ctx, id: string, token: string): Promise<OfferDetails> {
  const offer = await getOfferDetails(ctx, id)
  if (!sameSecret(token, offer.linkToken)) throw notFound('offer')
  return offer
}

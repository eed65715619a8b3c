import type { Ctx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { acceptOffer } from './accept-offer.ts'
import { getPublicOffer } from './get-public-offer.ts'
import { stateOf, type Offer } from './offer.ts'
import { signatureImage } from './signature-image.ts'

/**
 * Accepts the offer behind its secret link, until the end of its last day on the company's clock. `signature` is a data URL of a PNG.
 * Throws `not_found`, `invalid` (signature), `conflict` (expired, or answered already).
 */
// oxlint-disable-next-line house/ask-permission -- getPublicOffer and acceptOffer ask
export async function signOffer(
  ctx: Ctx,
  id: string,
  token: string,
  from: { signature: string; ip: string; userAgent: string | null },
): Promise<Offer> {
  const offer = await getPublicOffer(ctx, id, token)
  const signature = signatureImage(from.signature)
  if (stateOf(offer, ctx.now, ctx.company.timeZone) === 'expired')
    throw conflict('offer_expired', `The offer could be accepted until ${offer.expiresOn}.`)
  return acceptOffer(ctx, id, { at: ctx.now, ip: from.ip, userAgent: from.userAgent, signature })
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { findOffer } from './get-offer.ts'

/** Tells why an offer could not be answered. Throws `not_found`, `conflict`. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function answeredAlready(ctx: Ctx, id: string): Promise<never> {
  const offer = await findOffer(ctx, id)
  if (!offer) throw notFound('offer')
  if (offer.acceptedAt !== null)
    throw conflict('offer_already_accepted', 'The offer has been accepted already.')
  throw conflict('offer_already_rejected', 'The offer has been rejected already.')
}

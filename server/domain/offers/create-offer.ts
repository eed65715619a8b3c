import type { Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { findCustomer } from '../customers/get-customer.ts'
import { claimingUpload, uploadGone } from '../documents/claim-upload.ts'
import { deleteDocument } from '../documents/delete-documents.ts'
import type { Upload } from '../documents/upload.ts'
import { checkOffer, insertOffer, type Answer, type NewOffer } from './insert-offer.ts'
import type { Offer } from './offer.ts'

/**
 * Makes an offer of the PDF that came with it; it may have been answered already. Throws `forbidden`, and `invalid` for an unknown
 * customer, two answers or dates the wrong way round.
 */
export async function createOffer(
  ctx: Ctx,
  input: NewOffer & { amountCents: number; pdf: Upload; answer: Answer },
): Promise<Offer> {
  allow(ctx.actor, 'offers:write')
  checkOffer(input, input.amountCents, 'amount')
  if (input.answer.acceptedAt !== null && input.answer.rejectedAt !== null)
    throw invalid('rejectedAt', 'must be left out beside acceptedAt: an offer is accepted or rejected')
  const customer = await findCustomer(ctx, input.customerId)
  if (!customer) throw unknownCustomer()
  const offer = await insertOffer(
    ctx,
    { ...input, customer, lines: [] },
    claimingUpload(ctx, input.pdf, 'offer'),
  )
  if (offer) return offer
  // The one or the other went while we looked; a document that nothing names is not kept.
  await deleteDocument(ctx, input.pdf.id)
  throw (await findCustomer(ctx, input.customerId)) ? uploadGone() : unknownCustomer()
}

const unknownCustomer = () => invalid('customerId', 'must be the ID of an existing customer')

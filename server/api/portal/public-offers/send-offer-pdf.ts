import type { FastifyReply, FastifyRequest } from 'fastify'
import { getDocument } from '../../../domain/documents/get-document.ts'
import type { OfferDetails } from '../../../domain/offers/offer.ts'
import type { Ctx } from '../../../kernel/context.ts'
import type { Deps } from '../../edge.ts'
import { sendDocument } from '../../send-document.ts'
import { offerPdf, sendPdf } from '../papers/render.ts'

/** The PDF that came with the offer, else one that is made of its lines. */
export async function sendOfferPdf(
  ctx: Ctx,
  offer: OfferDetails,
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (offer.documentId === null) return sendPdf(reply, await offerPdf(ctx, offer))
  const document = await getDocument(ctx, offer.documentId)
  return sendDocument(request, reply, deps, ctx.company.companyId, document)
}

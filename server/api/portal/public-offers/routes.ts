import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { declineOffer } from '../../../domain/offers/decline-offer.ts'
import { getPublicOffer } from '../../../domain/offers/get-public-offer.ts'
import { signOffer } from '../../../domain/offers/sign-offer.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { apiError } from '../errors.ts'
import { enter, signerOf } from './enter.ts'
import { presentPublicOffer } from './present.ts'
import { acceptance, publicOffer } from './schema.ts'
import { sendOfferPdf } from './send-offer-pdf.ts'

const params = Type.Object({
  id: Type.String({ description: 'The ID of the offer, starting with `off_`.' }),
  token: Type.String({ description: 'The secret of the link.' }),
})

const refusal = (description: string) =>
  ({ description, content: { 'application/json': { schema: ref(apiError) } } }) as never
const missing = refusal('There is no such offer, or the link is wrong.')

export const publicOfferRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(publicOffer)
  const tags = ['Public offers']

  app.get(
    '/public-offers/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-offer',
        tags,
        summary: 'Read an offer by its link',
        description: 'The offer, its lines and whether it can still be accepted.',
        params,
        response: { 200: ref(publicOffer), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id, token } = await enter(deps, request)
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )

  app.get(
    '/public-offers/:id/:token/pdf',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-offer-pdf',
        tags,
        summary: 'Download an offer by its link',
        description: 'The PDF that came with the offer, else one that is made of its lines.',
        params,
        response: {
          200: {
            description: 'The PDF.',
            content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
          } as never,
          404: missing,
        },
      },
    },
    async (request, reply) => {
      const { ctx, id, token } = await enter(deps, request)
      return sendOfferPdf(ctx, await getPublicOffer(ctx, id, token), deps, request, reply)
    },
  )

  app.post(
    '/public-offers/:id/:token/accept',
    {
      config: { open: true },
      schema: {
        operationId: 'accept-public-offer',
        tags,
        summary: 'Accept an offer',
        description:
          'Signs and accepts the offer. The address and the browser of the request are kept with it.',
        params,
        body: acceptance,
        response: {
          200: ref(publicOffer),
          404: missing,
          409: refusal('The offer has been answered already, or has expired.'),
          422: refusal('The signature is no PNG, or too large.'),
        },
      },
    },
    async (request) => {
      const { ctx, id, token } = await enter(deps, request)
      await signOffer(ctx, id, token, {
        signature: request.body.signature,
        ...signerOf(request),
      })
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )

  app.post(
    '/public-offers/:id/:token/reject',
    {
      config: { open: true },
      schema: {
        operationId: 'reject-public-offer',
        tags,
        summary: 'Reject an offer',
        description: 'Rejects the offer, also when it has expired.',
        params,
        response: {
          200: ref(publicOffer),
          404: missing,
          409: refusal('The offer has been answered already.'),
        },
      },
    },
    async (request) => {
      const { ctx, id, token } = await enter(deps, request)
      await declineOffer(ctx, id, token)
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )
}

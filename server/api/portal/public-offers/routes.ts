import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { declineOffer } from '../../../domain/offers/decline-offer.ts'
import { getPublicOffer } from '../../../domain/offers/get-public-offer.ts'
import { signOffer } from '../../../domain/offers/sign-offer.ts'
import type { Deps } from '../../edge.ts'
import { ref, share } from '../../openapi.ts'
import type { Door } from '../door.ts'
import { apiError } from '../errors.ts'
import { signerOf } from './enter.ts'
import { presentPublicOffer } from './present.ts'
import { acceptance, publicOffer } from './schema.ts'
import { sendOfferPdf } from './send-offer-pdf.ts'

const refusal = (description: string) =>
  ({ description, content: { 'application/json': { schema: ref(apiError) } } }) as never
const missing = refusal('There is no such offer, or the link is wrong.')

/** An offer over one of its doors: to read and to answer. */
export const publicOfferRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; door: Door }> = async (
  app,
  { deps, door },
) => {
  share(app, [publicOffer])
  const tags = [door.tag]
  const params = Type.Object(door.params)

  app.get(
    door.path,
    {
      config: door.config('offers:read'),
      schema: {
        operationId: door.named('get-public-offer'),
        tags,
        summary: 'Read an offer',
        description: 'The offer, its lines and whether it can still be accepted.',
        params,
        response: { 200: ref(publicOffer), 404: missing },
      },
    },
    async (request) => {
      const { ctx, id, token } = await door.enter(request)
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )

  app.get(
    `${door.path}/pdf`,
    {
      config: door.config('offers:read'),
      schema: {
        operationId: door.named('get-public-offer-pdf'),
        tags,
        summary: 'Download an offer',
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
      const { ctx, id, token } = await door.enter(request)
      return sendOfferPdf(ctx, await getPublicOffer(ctx, id, token), deps, request, reply)
    },
  )

  app.post(
    `${door.path}/accept`,
    {
      config: door.config('offers:write'),
      schema: {
        operationId: door.named('accept-public-offer'),
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
      const { ctx, id, token } = await door.enter(request)
      await signOffer(ctx, id, token, {
        signature: request.body.signature,
        ...signerOf(request),
      })
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )

  app.post(
    `${door.path}/reject`,
    {
      config: door.config('offers:write'),
      schema: {
        operationId: door.named('reject-public-offer'),
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
      const { ctx, id, token } = await door.enter(request)
      await declineOffer(ctx, id, token)
      return presentPublicOffer(await getPublicOffer(ctx, id, token), ctx, deps.publicUrl())
    },
  )
}

import type { FastifyPluginAsync } from 'fastify'
import { declineOffer } from '../../../domain/offers/decline-offer.ts'
import { getPublicOffer } from '../../../domain/offers/get-public-offer.ts'
import { signOffer } from '../../../domain/offers/sign-offer.ts'
import { BalieError, invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { soften } from '../../soften.ts'
import { notNow, usePages } from '../page-app.ts'
import { enter, signerOf, type Link } from './enter.ts'
import { contentSecurityPolicy, renderPublicOffer } from './page.ts'
import { sendOfferPdf } from './send-offer-pdf.ts'

const form = {
  type: 'object',
  properties: {
    answer: { type: 'string', enum: ['accept', 'reject'] },
    signature: { type: 'string' },
  },
}

/** The page behind an offer's link, at `/public-offer`: read it, sign it or reject it. Signing takes a script, the rest none. */
export const publicOfferPages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  await usePages(app, deps, (locale) => notNow[locale])
  const pathOf = ({ id, token }: Link) => `/public-offer/${id}/${token}`

  app.get<{ Params: Link }>('/:id/:token', { config: { open: true } }, async (request, reply) => {
    const { ctx, id, token } = await enter(deps, request)
    const offer = await getPublicOffer(ctx, id, token)
    return reply
      .type('text/html; charset=utf-8')
      .headers({
        'content-security-policy': contentSecurityPolicy(ctx.company),
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .send(renderPublicOffer(offer, ctx, pathOf(request.params)))
  })

  app.get<{ Params: Link }>('/:id/:token/pdf', { config: { open: true } }, async (request, reply) => {
    const { ctx, id, token } = await enter(deps, request)
    return sendOfferPdf(ctx, await getPublicOffer(ctx, id, token), deps, request, reply)
  })

  app.post<{ Params: Link }>('/:id/:token', { config: { open: true } }, async (request, reply) => {
    const { ctx, id, token } = await enter(deps, request)
    const body = soften(form, request.body ?? {}) as { answer?: unknown; signature?: unknown }
    if (body.answer !== 'accept' && body.answer !== 'reject')
      throw invalid('answer', 'must be accept or reject')
    if (body.answer === 'accept' && typeof body.signature !== 'string')
      throw invalid('signature', 'is required to accept')
    try {
      if (body.answer === 'reject') await declineOffer(ctx, id, token)
      else await signOffer(ctx, id, token, { signature: String(body.signature), ...signerOf(request) })
    } catch (error) {
      // Answered or expired in the meantime: the page says so.
      if (!(error instanceof BalieError && error.code === 'conflict')) throw error
    }
    return reply.redirect(pathOf(request.params), 303)
  })
}

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { openDownload } from '../../../domain/documents/download-link.ts'
import { getInvoiceDetails } from '../../../domain/invoices/get-invoice-details.ts'
import { getOfferDetails } from '../../../domain/offers/get-offer-details.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { BalieError, notFound } from '../../../kernel/errors.ts'
import { contextOf, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { paperKey, type PaperKind } from '../../paper-link.ts'
import { apiError } from '../errors.ts'
import { invoicePdf, offerPdf, sendPdf } from './render.ts'

const schema = (kind: PaperKind) => ({
  operationId: `download-${kind}-pdf`,
  tags: ['Downloads'],
  summary: `Download the PDF of an ${kind}`,
  description: `The ${kind} as it is now, to whoever holds a link of the last five minutes.`,
  params: Type.Object({ token: Type.String({ description: 'The secret of the link.' }) }),
  response: {
    200: {
      description: 'The PDF.',
      content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
    } as never,
    404: {
      description: `The link is wrong, has expired, or the ${kind} is gone.`,
      content: { 'application/json': { schema: ref(apiError) } },
    } as never,
  },
})

/** What `/v1` gives links to where no PDF was uploaded: it is rendered when it is asked for. */
export const paperRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  async function enter(request: FastifyRequest<{ Params: { token: string } }>, kind: PaperKind) {
    const link = openDownload(paperKey(deps, kind), request.params.token)
    const company = link && (await deps.access.company(link.companyId))
    if (!link || !company) throw notFound(kind)
    const permissions = new Set([`${kind}s:read` as const])
    const ctx: Ctx = contextOf(deps, request, company, { kind: 'member', id: link.documentId, permissions })
    if (link.expiresAt <= ctx.now)
      throw new BalieError('not_found', kind, 'The link has expired: ask for a new one.')
    return { ctx, id: link.documentId }
  }

  app.get(
    '/invoice-pdfs/:token',
    { config: { open: true }, schema: schema('invoice') },
    async (request, reply) => {
      const { ctx, id } = await enter(request, 'invoice')
      return sendPdf(reply, await invoicePdf(ctx, await getInvoiceDetails(ctx, id), deps))
    },
  )

  app.get(
    '/offer-pdfs/:token',
    { config: { open: true }, schema: schema('offer') },
    async (request, reply) => {
      const { ctx, id } = await enter(request, 'offer')
      return sendPdf(reply, await offerPdf(ctx, await getOfferDetails(ctx, id)))
    },
  )
}

import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { getDocument } from '../../../domain/documents/get-document.ts'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { invoiceDocument } from '../../../domain/invoices/invoice-document.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import { BalieError } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { sendDocument } from '../../send-document.ts'
import { soften } from '../../soften.ts'
import { useErrors } from '../errors.ts'
import { invoicePdf, sendPdf } from '../papers/render.ts'
import { enter, type Link } from './enter.ts'
import { contentSecurityPolicy, renderPublicInvoice } from './page.ts'

const form = { type: 'object', properties: { message: { type: 'string' } } }

/** The address holds a secret: it is neither kept nor told to anyone. */
const asPage = (reply: FastifyReply) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')

/** The page behind an invoice's link (`links.onlinePaymentLink` of `/v1`), at `/public-invoice`. Works without scripts. */
export const publicInvoicePages: FastifyPluginAsync<{ deps: Deps }> = async (app, { deps }) => {
  useErrors(app)
  await app.register(formbody)
  await app.register(rateLimit, {
    global: deps.rateLimitPerMinute > 0,
    max: deps.rateLimitPerMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new BalieError('rate_limited', '', 'Too many requests.', Math.ceil(ttl / 1000)),
  })

  app.get<{ Params: Link }>('/:id/pay/:token', { config: { open: true } }, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const invoice = await getPublicInvoice(ctx, id, request.params.token)
    return asPage(reply).send(renderPublicInvoice(invoice, ctx.company, `${request.url.split('?')[0]}/pdf`))
  })

  app.get<{ Params: Link }>('/:id/pay/:token/pdf', { config: { open: true } }, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const invoice = await getPublicInvoice(ctx, id, request.params.token)
    const documentId = await invoiceDocument(ctx, id)
    if (documentId === null) return sendPdf(reply, await invoicePdf(ctx, invoice, deps))
    const document = await getDocument(ctx, documentId)
    return sendDocument(request, reply, deps, ctx.company.companyId, document)
  })

  app.post<{ Params: Link }>('/:id/pay/:token', { config: { open: true } }, async (request, reply) => {
    const { ctx, id } = await enter(deps, request)
    const { params } = request
    const { message } = soften(form, request.body ?? {}) as { message?: unknown }
    await askInvoiceQuestion(ctx, id, params.token, bodyFromText(message))
    // A page that was asked for anew does not ask the question twice.
    return reply.redirect(`/public-invoice/${params.id}/pay/${params.token}`, 303)
  })
}

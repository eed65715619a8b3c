import { Type, type FastifyPluginAsyncTypebox, type Static } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { startInvoicePayment } from '../../../domain/invoices/start-invoice-payment.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { getInvoiceAttachment } from '../../../domain/tickets/get-invoice-attachment.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { file, ref, share } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import type { Door } from '../door.ts'
import { apiError } from '../errors.ts'
import { refusal, uuidOf } from '../links.ts'
import { afterPayment } from './after-payment.ts'
import { sendInvoicePdf } from './send-invoice-pdf.ts'
import { admitAttachments } from './attachments.ts'
import { presentMessage, presentPublicInvoice } from './present.ts'
import { standingOf } from './standing.ts'
import { attachment, checkout, message, publicInvoice, question } from './schema.ts'

const missing = {
  description: 'There is no such invoice, or the link is wrong.',
  content: { 'application/json': { schema: ref(apiError) } },
}
const malformed = {
  description: 'The message is empty or too long, or a file is not of a type that is taken.',
  content: { 'application/json': { schema: ref(apiError) } },
}

const refusedPayment = {
  description: 'Nothing is outstanding, the invoice was retracted, or a payment is being processed already.',
  content: { 'application/json': { schema: ref(apiError) } },
}
const noPayments = {
  description: 'The company takes no payments online.',
  content: { 'application/json': { schema: ref(apiError) } },
}

/** An invoice over one of its doors: to read, to pay, to ask about. */
export const publicInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps; door: Door }> = async (
  app,
  { deps, door },
) => {
  share(app, [attachment, message, publicInvoice, checkout])
  const tags = [door.tag]
  const params = Type.Object(door.params)

  app.get(
    door.path,
    {
      config: door.config('invoices:read'),
      schema: {
        operationId: door.named('get-public-invoice'),
        tags,
        summary: 'Read an invoice',
        description:
          'The invoice, its lines, what is outstanding and why, how it can be paid, and what was said about it.',
        params,
        querystring: Type.Object({
          payment: Type.Optional(
            Type.String({
              description: 'As the address has it that the payer came back to: how that payment stands.',
              maxLength: 100,
            }),
          ),
        }),
        response: { 200: ref(publicInvoice), 404: missing as never },
      },
    },
    async (request) => {
      const { ctx, id, token } = await door.enter(request)
      const { payment, invoice } = await afterPayment(ctx, deps, { id, token }, request.query.payment)
      const standing = await standingOf(ctx, deps, invoice)
      return presentPublicInvoice(invoice, ctx.company, standing, payment)
    },
  )

  app.get(
    `${door.path}/pdf`,
    {
      config: door.config('invoices:read'),
      schema: {
        operationId: door.named('get-public-invoice-pdf'),
        tags,
        summary: 'Download an invoice',
        description: 'The PDF that came with the invoice, else one that is made of its lines.',
        params,
        response: { 200: file('The PDF.', 'application/pdf'), 404: missing as never },
      },
    },
    async (request, reply) => {
      const { ctx, id, token } = await door.enter(request)
      return sendInvoicePdf(ctx, await getPublicInvoice(ctx, id, token), deps, request, reply)
    },
  )

  app.post(
    `${door.path}/payments`,
    {
      config: door.config('invoices:write'),
      schema: {
        operationId: door.named('pay-public-invoice'),
        tags,
        summary: 'Pay an invoice',
        description:
          'Begins a payment of what is outstanding, or goes on with the one under way. The payment provider is asked when the address is opened; afterwards the payer comes back to the page of the invoice.',
        params,
        response: {
          200: ref(checkout),
          404: missing as never,
          409: refusedPayment as never,
          503: noPayments as never,
        },
      },
    },
    async (request) => {
      const { ctx, id, token, home } = await door.enter(request)
      const payment = await startInvoicePayment(ctx, deps.payments, { id, token, returnTo: home })
      return { checkoutUrl: `${deps.publicUrl()}/payment/${payment.token}` }
    },
  )

  app.get(
    `${door.path}/attachments/:attachmentId`,
    {
      config: door.config('invoices:read'),
      schema: {
        operationId: door.named('download-public-attachment'),
        tags,
        summary: 'Download an attachment',
        description: 'A file of the conversation about the invoice, or a range of its bytes.',
        params: Type.Object({
          ...door.params,
          attachmentId: Type.String({ description: 'The ID of the attachment, starting with `tma_`.' }),
        }),
        response: {
          200: file('The file, as an attachment.', 'application/octet-stream'),
          404: missing as never,
          416: refusal('The file has no such range of bytes.'),
        },
      },
    },
    async (request, reply) => {
      const { ctx, id, token } = await door.enter(request)
      await getPublicInvoice(ctx, id, token)
      const attachmentId = uuidOf('tma_', request.params.attachmentId, 'attachment')
      const document = await getInvoiceAttachment(ctx, id, attachmentId)
      return sendDocument(request, reply, deps, ctx.company.companyId, document)
    },
  )

  await acceptUploads(app, deps, async (scope) => {
    const ask = async (request: FastifyRequest<{ Body: Static<typeof question> }>) => {
      const { ctx, id, token } = await door.enter(request)
      const { message: said, attachments = [] } = request.body
      const asked = await askInvoiceQuestion(ctx, id, token, bodyFromText(said), attachments)
      const { conversation } = await getPublicInvoice(ctx, id, token)
      return presentMessage(
        conversation.find((one) => one.id === asked.id)!,
        ctx.company,
      )
    }
    const asking = {
      operationId: door.named('ask-about-public-invoice'),
      tags,
      summary: 'Ask a question about an invoice',
      description:
        'Begins the conversation about the invoice, adds to it, or reopens it. With files it is `multipart/form-data`.',
      consumes: ['application/json', 'multipart/form-data'],
      params,
      body: question,
      response: {
        200: ref(message),
        404: missing as never,
        413: refusal('A file is too large.'),
        422: malformed as never,
      },
    }
    const config = door.config('tickets:write')
    const onRequest = (request: FastifyRequest) => admitAttachments(deps, door, request)
    scope.post(`${door.path}/messages`, { config, onRequest, schema: asking }, ask)
    // The shorter way: posting to the invoice is asking about it.
    if (config.open) scope.post(door.path, { config, onRequest, schema: { ...asking, hide: true } }, ask)
  })
}

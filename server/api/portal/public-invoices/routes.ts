import { Type, type FastifyPluginAsyncTypebox, type Static } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { startInvoicePayment } from '../../../domain/invoices/start-invoice-payment.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { apiError } from '../errors.ts'
import { enter, type Link } from './enter.ts'
import { presentMessage, presentPublicInvoice } from './present.ts'
import { standingOf } from './standing.ts'
import { checkout, message, publicInvoice, question } from './schema.ts'

const params = Type.Object({
  id: Type.String({ description: 'The ID of the invoice, as either API shows it.' }),
  token: Type.String({ description: 'The secret of the link.' }),
})

const missing = {
  description: 'There is no such invoice, or the link is wrong.',
  content: { 'application/json': { schema: ref(apiError) } },
}
const malformed = {
  description: 'The message is empty or too long.',
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

export const publicInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [message, publicInvoice, checkout]) app.addSchema(schema)

  app.get(
    '/public-invoices/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-invoice',
        tags: ['Public invoices'],
        summary: 'Read an invoice by its link',
        description:
          'The invoice, its lines, what is outstanding and why, how it can be paid, and what was said about it. On paper it is at `/public-invoice/{id}/pay/{token}/pdf`.',
        params,
        response: { 200: ref(publicInvoice), 404: missing as never },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      const { params: link } = request
      const invoice = await getPublicInvoice(ctx, id, link.token)
      const standing = await standingOf(ctx, deps, invoice)
      return presentPublicInvoice(invoice, ctx.company, standing)
    },
  )

  app.post(
    '/public-invoices/:id/:token/payments',
    {
      config: { open: true },
      schema: {
        operationId: 'pay-public-invoice',
        tags: ['Public invoices'],
        summary: 'Pay an invoice by its link',
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
      const { ctx, id } = await enter(deps, request)
      const { params: link } = request
      const payment = await startInvoicePayment(ctx, deps.payments, {
        id,
        token: link.token,
        returnTo: `/public-invoice/${link.id}/pay/${link.token}`,
      })
      return { checkoutUrl: `${deps.publicUrl()}/payment/${payment.token}` }
    },
  )

  const asked = async (request: FastifyRequest<{ Params: Link; Body: Static<typeof question> }>) => {
    const { ctx, id } = await enter(deps, request)
    const body = bodyFromText(request.body.message)
    return presentMessage(await askInvoiceQuestion(ctx, id, request.params.token, body), ctx.company)
  }
  const asking = {
    operationId: 'ask-about-public-invoice',
    tags: ['Public invoices'],
    summary: 'Ask a question about an invoice',
    description: 'Begins the conversation about the invoice, adds to it, or reopens it.',
    params,
    body: question,
    response: { 200: ref(message), 404: missing as never, 422: malformed as never },
  }
  app.post('/public-invoices/:id/:token/messages', { config: { open: true }, schema: asking }, asked)
  // The shorter way: posting to the invoice is asking about it.
  app.post(
    '/public-invoices/:id/:token',
    { config: { open: true }, schema: { ...asking, hide: true } },
    asked,
  )
}

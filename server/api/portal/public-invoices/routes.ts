import { Type, type FastifyPluginAsyncTypebox, type Static } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { getPublicInvoice } from '../../../domain/invoices/get-public-invoice.ts'
import { askInvoiceQuestion } from '../../../domain/tickets/ask-invoice-question.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { apiError } from '../errors.ts'
import { enter, type Link } from './enter.ts'
import { presentMessage, presentPublicInvoice } from './present.ts'
import { message, publicInvoice, question } from './schema.ts'

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

export const publicInvoiceRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [message, publicInvoice]) app.addSchema(schema)

  app.get(
    '/public-invoices/:id/:token',
    {
      config: { open: true },
      schema: {
        operationId: 'get-public-invoice',
        tags: ['Public invoices'],
        summary: 'Read an invoice by its link',
        description: 'The invoice, its lines, what is outstanding and what was said about it.',
        params,
        response: { 200: ref(publicInvoice), 404: missing as never },
      },
    },
    async (request) => {
      const { ctx, id } = await enter(deps, request)
      return presentPublicInvoice(await getPublicInvoice(ctx, id, request.params.token), ctx.company)
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

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answerInvoiceQuestion } from '../../../domain/tickets/answer-invoice-question.ts'
import { invoiceMustExist } from '../../../domain/invoices/invoice-must-exist.ts'
import { archiveConversation } from '../../../domain/tickets/archive-conversation.ts'
import { assignToSupport } from '../../../domain/tickets/assign-to-support.ts'
import { listInvoiceMessages } from '../../../domain/tickets/list-invoice-messages.ts'
import { listMessagesByState } from '../../../domain/tickets/list-messages-by-state.ts'
import { bodyFromText } from '../../../domain/tickets/message-body.ts'
import { ticketStates } from '../../../domain/tickets/ticket.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { enter, enterCompany } from '../auth.ts'
import { jsonBody, missingFirst } from '../bodies.ts'
import { operation } from '../operation.ts'
import { pageObject, pageQuery, parsePage, presentPageObject, toPageRequest } from '../paging.ts'
import { presentCompanyTicket, presentTicket } from './present.ts'
import { companyTicketList, newTicket, ticket, ticketList, ticketOfInvoice } from './schema.ts'

const invoiceParameter = { id: 'The ID of the invoice.' }

export const ticketRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [ticket, ticketOfInvoice, pageObject]) app.addSchema(schema)

  app.get(
    '/invoices/:id/tickets',
    operation({
      id: 'list-tickets-of-invoice',
      tag: 'Ticket',
      summary: 'List tickets of an invoice',
      description: 'The messages of the conversation about the invoice, oldest first.',
      permission: 'tickets:read',
      params: invoiceParameter,
      response: ticketList,
      errors: { 404: ['invalid_invoice_id'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      const messages = await listInvoiceMessages(ctx, id)
      return { tickets: messages.map((message) => presentTicket(message, ctx.company.companyId)) }
    },
  )

  app.post(
    '/invoices/:id/tickets',
    operation({
      id: 'create-ticket',
      tag: 'Ticket',
      summary: 'Create a ticket',
      description: "Adds the company's message to the conversation about the invoice.",
      permission: 'tickets:write',
      params: invoiceParameter,
      body: newTicket,
      response: ref(ticket),
      errors: { 404: ['invalid_invoice_id'], 422: ['invalid_message', 'invalid_content_type'] },
    }),
    async (request) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      const body = await missingFirst(
        () => invoiceMustExist(ctx, id),
        () => bodyFromText(jsonBody(request)['message']),
      )
      return presentTicket(await answerInvoiceQuestion(ctx, id, body), ctx.company.companyId)
    },
  )

  app.post(
    '/invoices/:id/tickets/actions/archive',
    operation({
      id: 'archive-tickets',
      tag: 'Ticket',
      summary: 'Archive the tickets of an invoice',
      description: 'Archives all tickets of the invoice. It has no body.',
      permission: 'tickets:write',
      params: invoiceParameter,
      errors: { 404: ['invalid_invoice_id'] },
    }),
    async (request, reply) => {
      const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
      await archiveConversation(ctx, id)
      reply.code(204 as 200)
    },
  )

  // The rendered documentation turned underscores into colons; `::` is how the router writes one.
  for (const [index, action] of ['assign_to_support', 'assign::to::support'].entries()) {
    const declaration = operation({
      id: 'assign-tickets-to-support',
      tag: 'Ticket',
      summary: 'Assign the tickets of an invoice to support',
      description: 'Hands the tickets of the invoice to the support team. It has no body.',
      permission: 'tickets:write',
      params: invoiceParameter,
      errors: { 404: ['invalid_invoice_id'] },
    })
    app.post(
      `/invoices/:id/tickets/actions/${action}`,
      index === 0 ? declaration : { ...declaration, schema: { ...declaration.schema, hide: true } as never },
      async (request, reply) => {
        const { ctx, id } = await enter(deps, request, request.params.id, 'invoice')
        await assignToSupport(ctx, id)
        reply.code(204 as 200)
      },
    )
  }

  app.get(
    '/companies/:id/tickets/:status',
    operation({
      id: 'list-tickets-of-company',
      tag: 'Ticket',
      summary: 'List tickets of a company by status',
      description: 'The messages of all conversations in that status, oldest first.',
      permission: 'tickets:read',
      params: { id: 'The ID of the company.', status: '`unanswered`, `answered` or `archived`.' },
      querystring: pageQuery,
      response: companyTicketList,
      errors: { 404: ['not_found'], 422: ['invalid_action'] },
    }),
    async (request) => {
      const { ctx } = await enterCompany(deps, request, request.params.id)
      const state = ticketStates.find((known) => known === request.params.status.toLowerCase())
      if (!state) throw invalid('action', `must be one of ${ticketStates.join(', ')}`)
      const page = parsePage(request.query)
      const { rows, total } = await listMessagesByState(ctx, state, toPageRequest(page))
      return {
        tickets: rows.map((row) => presentCompanyTicket(row, ctx.company.companyId)),
        page: presentPageObject(page, total),
      }
    },
  )
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { closeTicket } from '../../../domain/tickets/close-ticket.ts'
import { createTicket } from '../../../domain/tickets/create-ticket.ts'
import { getTicket } from '../../../domain/tickets/get-ticket.ts'
import { listTickets } from '../../../domain/tickets/list-tickets.ts'
import { bodyFromHtml } from '../../../domain/tickets/message-body.ts'
import { searchTickets, type TicketOrder } from '../../../domain/tickets/search-tickets.ts'
import { replyToTicket } from '../../../domain/tickets/reply-to-ticket.ts'
import { invalid } from '../../../kernel/errors.ts'
import { idOr404, type Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { operation } from '../operation.ts'
import { keyOf, listOf, parseListing, presentListing } from '../listing.ts'
import { ticketFilter, ticketQuery } from './list.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import { presentTicket, presentTicketWithMessages } from './present.ts'
import { newTicket, reply, ticket, ticketAttachment, ticketMessage, ticketWithMessages } from './schema.ts'

const ticketId = (params: { ticketId: string }) => idOr404(decodeId('ticket', params.ticketId), 'ticket')

export const ticketRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await attachmentRoutes(app, { deps })
  for (const schema of [ticketAttachment, ticketMessage, ticket, ticketWithMessages]) app.addSchema(schema)

  app.get(
    '/tickets',
    operation({
      id: 'list-tickets',
      tag: 'Tickets API',
      summary: 'List ticket records',
      description:
        'The tickets of the portal, newest first, without their messages; filters, orders and cursors are extensions.',
      permission: 'tickets:read',
      feature: 'ticketing',
      querystring: ticketQuery,
      response: listOf(ref(ticket), 'The paginated tickets'),
      errors: [422, 426],
    }),
    async ({ ctx, query }) => {
      const listing = parseListing<TicketOrder>(query, '-createdAt')
      const tickets = listing.plain
        ? await listTickets(ctx, listing.stretch)
        : await searchTickets(ctx, ticketFilter(query), listing.order, listing.stretch)
      return presentListing(
        tickets,
        listing,
        `${deps.publicUrl()}/v1/tickets`,
        (row) => presentTicket(row, ctx.company),
        keyOf,
      )
    },
  )

  app.post(
    '/tickets',
    operation({
      id: 'create-ticket',
      tag: 'Tickets API',
      summary: 'Create ticket',
      description:
        'Begins a conversation with a customer. The customer is mailed what the company says; what is posted in the name of the customer waits for an answer. An extension.',
      permission: 'tickets:write',
      feature: 'ticketing',
      body: newTicket,
      response: ref(ticketWithMessages),
      errors: [422],
    }),
    async ({ ctx, body }) => {
      const customerId = decodeId('customer', body.customerId)
      if (customerId === undefined) throw invalid('customerId', 'must be the ID of an existing customer')
      const created = await createTicket(ctx, {
        customerId,
        title: body.title,
        body: bodyFromHtml(body.message),
        byCustomer: body.isPostedByCustomer ?? false,
      })
      return presentTicketWithMessages(created, ctx.company)
    },
  )

  app.get(
    '/tickets/:ticketId',
    operation({
      id: 'get-ticket',
      tag: 'Tickets API',
      summary: 'Get ticket record',
      description: 'One ticket with its messages, oldest first.',
      permission: 'tickets:read',
      feature: 'ticketing',
      params: { ticketId: 'The ID of the ticket, starting with `tic_`.' },
      response: ref(ticketWithMessages),
      errors: [404, 426],
    }),
    async ({ ctx, params }) => presentTicketWithMessages(await getTicket(ctx, ticketId(params)), ctx.company),
  )

  app.post(
    '/tickets/:ticketId',
    operation({
      id: 'add-message-to-the-ticket',
      tag: 'Tickets API',
      summary: 'Add message to the ticket',
      description:
        'Replies to the customer. A closed ticket is reopened. Tickets from the live chat cannot be replied to.',
      permission: 'tickets:write',
      feature: 'ticketing',
      params: { ticketId: 'The ID of the ticket, starting with `tic_`.' },
      body: reply,
      response: ref(ticketWithMessages),
      errors: [404, 422, 426],
    }),
    async ({ ctx, params, body }) =>
      presentTicketWithMessages(
        await replyToTicket(ctx, ticketId(params), bodyFromHtml(body.message)),
        ctx.company,
      ),
  )

  app.patch(
    '/tickets/:ticketId',
    operation({
      id: 'close-ticket',
      tag: 'Tickets API',
      summary: 'Close the ticket',
      description: 'Closes an open ticket. It has no body.',
      permission: 'tickets:write',
      feature: 'ticketing',
      params: { ticketId: 'The ID of the ticket, starting with `tic_`.' },
      response: ref(ticketWithMessages),
      errors: [404, 422, 426],
    }),
    async ({ ctx, params }) =>
      presentTicketWithMessages(await closeTicket(ctx, ticketId(params)), ctx.company),
  )
}

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { assignTicketToSupport } from '../../../domain/tickets/assign-ticket-to-support.ts'
import { browseInbox, countInbox } from '../../../domain/tickets/browse-inbox.ts'
import { closeTicket } from '../../../domain/tickets/close-ticket.ts'
import { getTicket } from '../../../domain/tickets/get-ticket.ts'
import { bodyFromHtml } from '../../../domain/tickets/message-body.ts'
import { replyToTicket } from '../../../domain/tickets/reply-to-ticket.ts'
import { ticketStates } from '../../../domain/tickets/ticket.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { presentConversation, presentInboxEntry } from './present.ts'
import { conversation, inboxCounts, inboxEntry, reply as answer } from './schema.ts'

const params = { ticketId: 'The ID of the conversation, starting with `tic_`.' }
const errors = { 404: 'There is no such conversation.' }
const idOf = ({ ticketId }: { ticketId: string }) => pathId('ticket', ticketId, 'ticket')

export const inboxRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  for (const schema of [inboxEntry, inboxCounts, conversation]) app.addSchema(schema)

  app.get(
    '/inbox',
    operation({
      id: 'list-conversations',
      tag: 'Inbox',
      summary: 'One box of the inbox',
      description: 'Conversations, the last word first.',
      permission: 'tickets:read',
      querystring: Type.Object({
        ...pageFields,
        box: Type.Optional(
          Type.Enum([...ticketStates, 'support'], {
            description: '`support`: handed to the support team and not archived. Unanswered when left out.',
          }),
        ),
      }),
      response: pageOf(ref(inboxEntry), 'Some conversations.'),
    }),
    async ({ ctx, query }) =>
      presentPage(await browseInbox(ctx, { box: query.box ?? 'unanswered' }, stretchOf(query)), (row) =>
        presentInboxEntry(row, ctx.company),
      ),
  )

  app.get(
    '/inbox/counts',
    operation({
      id: 'count-conversations',
      tag: 'Inbox',
      summary: 'How many conversations each box holds',
      description: 'Those with support are counted in their other box too.',
      permission: 'tickets:read',
      response: ref(inboxCounts),
    }),
    async ({ ctx }) => {
      const { unanswered, answered, archived, support } = await countInbox(ctx)
      return { unanswered, answered, archived, support }
    },
  )

  app.get(
    '/inbox/:ticketId',
    operation({
      id: 'get-conversation',
      tag: 'Inbox',
      summary: 'Read a conversation',
      description: 'With all that was said, oldest first.',
      permission: 'tickets:read',
      params,
      response: ref(conversation),
      errors,
    }),
    async ({ ctx, params: named }) => presentConversation(await getTicket(ctx, idOf(named)), ctx.company),
  )

  app.post(
    '/inbox/:ticketId/messages',
    operation({
      id: 'answer-conversation',
      tag: 'Inbox',
      summary: 'Answer',
      description: 'Goes to the customer by mail too, and opens the conversation again if it was archived.',
      permission: 'tickets:write',
      params,
      body: answer,
      response: ref(conversation),
      errors: { ...errors, 409: 'It is a live chat, which is answered there.' },
    }),
    async ({ ctx, params: named, body }) =>
      presentConversation(await replyToTicket(ctx, idOf(named), bodyFromHtml(body.message)), ctx.company),
  )

  app.post(
    '/inbox/:ticketId/archive',
    operation({
      id: 'archive-conversation',
      tag: 'Inbox',
      summary: 'Archive',
      description: 'It is done with, until somebody says something.',
      permission: 'tickets:write',
      params,
      errors: { ...errors, 409: 'It is archived already.' },
    }),
    async ({ ctx, params: named }, reply) => {
      await closeTicket(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )

  app.post(
    '/inbox/:ticketId/assign-to-support',
    operation({
      id: 'assign-conversation-to-support',
      tag: 'Inbox',
      summary: 'Hand over to support',
      description: 'A mark beside its state; once is as good as twice.',
      permission: 'tickets:write',
      params,
      errors,
    }),
    async ({ ctx, params: named }, reply) => {
      await assignTicketToSupport(ctx, idOf(named))
      reply.code(204 as 200)
    },
  )
}

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { browseInbox, inboxBoxes } from '../../../domain/tickets/browse-inbox.ts'
import { countInbox } from '../../../domain/tickets/count-inbox.ts'
import { getAttachment } from '../../../domain/tickets/get-attachment.ts'
import { getConversation } from '../../../domain/tickets/get-conversation.ts'
import { markRead } from '../../../domain/tickets/mark-read.ts'
import { searchInbox } from '../../../domain/tickets/search-inbox.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { sendDocument } from '../../send-document.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { pageFields, pageOf, presentPage, stretchOf } from '../paging.ts'
import { inboxChangeRoutes } from './changes.ts'
import { liveInboxRoutes } from './live-routes.ts'
import { mergeRoutes } from './merges.ts'
import { presentConversation, presentInboxEntry } from './present.ts'
import { conversation, inboxCounts, inboxEntry, readMark } from './schema.ts'
import { idOf, noConversation as errors, ticketParams as params } from './show.ts'

export const inboxRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  for (const schema of [inboxEntry, inboxCounts, conversation]) app.addSchema(schema)

  app.get(
    '/inbox',
    operation({
      id: 'list-conversations',
      tag: 'Inbox',
      summary: 'One box of the inbox, or what has some words',
      description: 'Conversations; what came up last, by a word or the end of a snooze, is first.',
      permission: 'tickets:read',
      querystring: Type.Object({
        ...pageFields,
        box: Type.Optional(
          Type.Enum([...inboxBoxes], {
            description:
              '`mine`: assigned to oneself; `support`: handed to the support team; neither holds what is archived. What is snoozed is in `snoozed` alone. Left out: unanswered, or with `q` all of them.',
          }),
        ),
        q: Type.Optional(
          Type.String({
            description:
              'Beginnings of words of titles, messages, notes, names and numbers of invoices; all of them must be there.',
            maxLength: 200,
          }),
        ),
      }),
      response: pageOf(ref(inboxEntry), 'Some conversations.'),
    }),
    async ({ ctx, query }) => {
      const { q: words, box } = query
      const page =
        words === undefined || words.trim() === ''
          ? await browseInbox(ctx, { box: box ?? 'unanswered' }, stretchOf(query))
          : await searchInbox(ctx, { words, box }, stretchOf(query))
      return presentPage(page, (row) => presentInboxEntry(row, ctx.company))
    },
  )

  app.get(
    '/inbox/counts',
    operation({
      id: 'count-conversations',
      tag: 'Inbox',
      summary: 'How many conversations each box holds',
      description: 'Those of somebody, and those with support, are counted in their other box too.',
      permission: 'tickets:read',
      response: ref(inboxCounts),
    }),
    async ({ ctx }) => {
      const { unanswered, answered, archived, mine, support, snoozed } = await countInbox(ctx)
      return { unanswered, answered, archived, mine, support, snoozed }
    },
  )

  await liveInboxRoutes(app, { deps })

  app.get(
    '/inbox/:ticketId',
    operation({
      id: 'get-conversation',
      tag: 'Inbox',
      summary: 'Read a conversation',
      description:
        'With all that was said, oldest first. One that was merged with another is that other one.',
      permission: 'tickets:read',
      params,
      response: ref(conversation),
      errors,
    }),
    async ({ ctx, params: named }) =>
      presentConversation(await getConversation(ctx, idOf(named)), ctx.company),
  )

  app.put(
    '/inbox/:ticketId/read',
    operation({
      id: 'mark-conversation-read',
      tag: 'Inbox',
      summary: 'Tell up to where one has read',
      description: 'For oneself alone.',
      permission: 'tickets:read',
      params,
      body: readMark,
      errors: { 404: 'There is no such conversation, or no such message.' },
    }),
    async ({ ctx, params: named, body }, reply) => {
      const { messageId = null } = body
      await markRead(ctx, idOf(named), messageId === null ? null : pathId('message', messageId, 'message'))
      reply.code(204 as 200)
    },
  )

  app.get(
    '/inbox/:ticketId/messages/:messageId/attachments/:attachmentId',
    operation({
      id: 'download-conversation-attachment',
      tag: 'Inbox',
      summary: 'Download an attachment',
      description: 'Its bytes, or a range of them, as a file to keep: never shown as a page of ours.',
      permission: 'tickets:read',
      params: {
        ...params,
        messageId: 'The ID of the message, starting with `tim_`.',
        attachmentId: 'The ID of the attachment, starting with `tma_`.',
      },
      response: Type.String({ format: 'binary' }),
      errors: { 404: 'There is no such attachment.' },
    }),
    async (request, reply) => {
      const { ctx, params: named } = request
      const document = await getAttachment(
        ctx,
        pathId('ticket', named.ticketId, 'attachment'),
        pathId('message', named.messageId, 'attachment'),
        pathId('attachment', named.attachmentId, 'attachment'),
      )
      return sendDocument(request, reply, deps, ctx.company.companyId, document) as never
    },
  )

  await inboxChangeRoutes(app, { deps })
  await mergeRoutes(app, { deps })
}

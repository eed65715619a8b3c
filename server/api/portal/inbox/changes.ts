import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { addNote } from '../../../domain/tickets/add-note.ts'
import { answerConversation } from '../../../domain/tickets/answer-conversation.ts'
import { assignTicket } from '../../../domain/tickets/assign-ticket.ts'
import { assignTicketToSupport } from '../../../domain/tickets/assign-ticket-to-support.ts'
import { closeTicket } from '../../../domain/tickets/close-ticket.ts'
import { bodyFromHtml } from '../../../domain/tickets/message-body.ts'
import { reopenTicket } from '../../../domain/tickets/reopen-ticket.ts'
import { snoozeTicket } from '../../../domain/tickets/snooze-ticket.ts'
import { takeFromSupport } from '../../../domain/tickets/take-from-support.ts'
import { wakeTicket } from '../../../domain/tickets/wake-ticket.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { acceptUploads } from '../../multipart.ts'
import { ref } from '../../openapi.ts'
import { decodeId } from '../ids.ts'
import { parseMoment } from '../invoices/parse.ts'
import { operation } from '../operation.ts'
import { assignment, conversation, note, reply as answer, snooze } from './schema.ts'
import { idOf, noConversation, showConversation as show, ticketParams as params } from './show.ts'

/** A change that needs no more than the conversation's name: path, what it is, and who does it. */
const plain = [
  {
    method: 'POST',
    path: 'archive',
    id: 'archive-conversation',
    summary: 'Archive',
    description: 'It is done with, until somebody says something.',
    conflict: 'It is archived already.',
    work: closeTicket as (ctx: Ctx, id: string) => Promise<unknown>,
  },
  {
    method: 'POST',
    path: 'reopen',
    id: 'reopen-conversation',
    summary: 'Take out of the archive',
    description: 'Who spoke last says whose turn it is.',
    conflict: 'It is not archived.',
    work: reopenTicket,
  },
  {
    method: 'POST',
    path: 'assign-to-support',
    id: 'assign-conversation-to-support',
    summary: 'Hand over to support',
    description: 'A mark beside its state; once is as good as twice.',
    conflict: undefined,
    work: assignTicketToSupport,
  },
  {
    method: 'DELETE',
    path: 'assign-to-support',
    id: 'take-conversation-from-support',
    summary: 'Take back from support',
    description: 'Once is as good as twice.',
    conflict: undefined,
    work: takeFromSupport,
  },
  {
    method: 'DELETE',
    path: 'snooze',
    id: 'wake-conversation',
    summary: 'End a snooze',
    description: 'It is where it was before; once is as good as twice.',
    conflict: undefined,
    work: wakeTicket,
  },
] as const

/** What the staff does to a conversation. */
export const inboxChangeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await acceptUploads(app, deps, async (scope) => {
    scope.post(
      '/inbox/:ticketId/messages',
      operation({
        id: 'answer-conversation',
        tag: 'Inbox',
        summary: 'Answer',
        description:
          'Goes to the customer by mail too, and opens the conversation again if it was archived. As `application/json`, or with attachments as `multipart/form-data`.',
        permission: 'tickets:write',
        params,
        body: answer,
        response: ref(conversation),
        errors: { ...noConversation, 409: 'It is a live chat, which is answered there.' },
      }),
      async ({ ctx, params: named, body }) =>
        show(
          ctx,
          await answerConversation(ctx, idOf(named), {
            body: bodyFromHtml(body.message),
            uploads: body.attachments ?? [],
            archive: body.archive ?? false,
          }),
        ),
    )
  })

  app.post(
    '/inbox/:ticketId/notes',
    operation({
      id: 'add-note',
      tag: 'Inbox',
      summary: 'Note something',
      description: 'For the staff alone: no customer and no program reads it, and it is not mailed.',
      permission: 'tickets:write',
      params,
      body: note,
      response: ref(conversation),
      errors: noConversation,
    }),
    async ({ ctx, params: named, body }) => {
      await addNote(ctx, idOf(named), bodyFromHtml(body.message))
      return show(ctx, idOf(named))
    },
  )

  app.put(
    '/inbox/:ticketId/assignee',
    operation({
      id: 'assign-conversation',
      tag: 'Inbox',
      summary: 'Assign to a colleague',
      description: 'Who may answer; or to nobody.',
      permission: 'tickets:write',
      params,
      body: assignment,
      errors: noConversation,
    }),
    async ({ ctx, params: named, body }, reply) => {
      const assignee = (body.assigneeId ?? null) === null ? null : decodeId('colleague', body.assigneeId!)
      if (assignee === undefined) throw invalid('assigneeId', 'must be the ID of a colleague, or null')
      await assignTicket(ctx, idOf(named), assignee)
      reply.code(204 as 200)
    },
  )

  app.put(
    '/inbox/:ticketId/snooze',
    operation({
      id: 'snooze-conversation',
      tag: 'Inbox',
      summary: 'Snooze',
      description: 'Out of sight until a moment, or until the customer says something.',
      permission: 'tickets:write',
      params,
      body: snooze,
      errors: { ...noConversation, 409: 'It is archived.' },
    }),
    async ({ ctx, params: named, body }, reply) => {
      await snoozeTicket(ctx, idOf(named), parseMoment(body.until, 'until', ctx.company.timeZone))
      reply.code(204 as 200)
    },
  )

  for (const { method, path, id, summary, description, conflict, work } of plain)
    app.route({
      method,
      url: `/inbox/:ticketId/${path}`,
      ...operation({
        id,
        tag: 'Inbox',
        summary,
        description,
        permission: 'tickets:write',
        params,
        errors: { ...noConversation, ...(conflict === undefined ? {} : { 409: conflict }) },
      }),
      async handler({ ctx, params: named }, reply) {
        await work(ctx, idOf(named))
        reply.code(204 as 200)
      },
    })
}

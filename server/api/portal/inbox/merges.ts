import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { mergeTickets } from '../../../domain/tickets/merge-tickets.ts'
import { undoMerge } from '../../../domain/tickets/undo-merge.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { decodeId, pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { conversation, merge } from './schema.ts'
import { idOf, noConversation, showConversation as show, ticketParams as params } from './show.ts'

/** Two conversations that are one, and two again. */
export const mergeRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app) => {
  app.post(
    '/inbox/:ticketId/merges',
    operation({
      id: 'merge-conversations',
      tag: 'Inbox',
      summary: 'Merge with another',
      description:
        'Takes up what was said in the other one; where only the other is about an invoice, that one takes up this. Answers with the one that is left.',
      permission: 'tickets:write',
      params,
      body: merge,
      response: ref(conversation),
      errors: {
        ...noConversation,
        409: 'Both are about an invoice, they are with two customers, or one is a live chat.',
      },
    }),
    async ({ ctx, params: named, body }) => {
      const other = decodeId('ticket', body.ticketId)
      if (other === undefined) throw invalid('ticketId', 'must be the ID of another conversation')
      return show(ctx, await mergeTickets(ctx, idOf(named), other))
    },
  )

  app.delete(
    '/inbox/:ticketId/merges/:mergedId',
    operation({
      id: 'undo-merge',
      tag: 'Inbox',
      summary: 'Undo a merge',
      description: 'Each gets back what it had; what was said since stays here. The last merge goes first.',
      permission: 'tickets:write',
      params: { ...params, mergedId: 'The ID of the conversation that was taken up, starting with `tic_`.' },
      response: ref(conversation),
      errors: { 404: 'There is no such merge.', 409: 'Another conversation was merged later.' },
    }),
    async ({ ctx, params: named }) => {
      const id = pathId('ticket', named.ticketId, 'merge')
      await undoMerge(ctx, id, pathId('ticket', named.mergedId, 'merge'))
      return show(ctx, id)
    },
  )
}

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { permissionsOfRole } from '../../../domain/staff/role.ts'
import { listInboxChanges, MOST_CHANGES } from '../../../domain/tickets/list-inbox-changes.ts'
import { endPresence, listPresence, notePresence } from '../../../domain/tickets/presence.ts'
import type { Deps } from '../../edge.ts'
import { ref } from '../../openapi.ts'
import { sessionOf } from '../../session-cookie.ts'
import { pathId } from '../ids.ts'
import { operation } from '../operation.ts'
import { createLiveHub } from './live-hub.ts'
import { cursorOf, presentChange, presentPresence, transactionOf } from './present-live.ts'
import { inboxNews, presence } from './live-schema.ts'

const tabOf = ({ tab }: { tab: string }) => pathId('tab', tab, 'route')

/** Tells open pages what changes. */
export const liveInboxRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  app.addSchema(inboxNews)
  const hub = createLiveHub(deps, app.log)
  // Before the server waits for the requests at hand: these would never end.
  app.addHook('preClose', async () => hub.close())

  app.get(
    '/inbox/live',
    operation({
      id: 'follow-inbox',
      tag: 'Inbox',
      summary: 'Follow what changes',
      description:
        'With `Accept: text/event-stream` a stream of server-sent events: `changes` (an array like `changes` below), `presence` (like `presence`), `reset` (too much was missed: look at everything anew), `end` (the session is over, or has too many pages open: do not come back). It goes on where `Last-Event-ID` says. Otherwise the same at once, as JSON, since the `cursor` of the answer before.',
      permission: 'tickets:read',
      querystring: Type.Object({
        since: Type.Optional(
          Type.String({ description: 'The `cursor` of the answer before.', maxLength: 50 }),
        ),
      }),
      response: ref(inboxNews),
    }),
    async (request, reply) => {
      const { ctx, staff, query } = request
      const last = request.headers['last-event-id'] ?? query.since
      const since = typeof last === 'string' && last !== '' ? transactionOf(last, ctx.now) : undefined
      if (!/text\/event-stream/.test(request.headers.accept ?? '')) {
        const known = since === 'unknown' ? undefined : since
        const { now, changes } = await listInboxChanges(ctx, known)
        const lost =
          since === 'unknown' ||
          changes.length > MOST_CHANGES ||
          (known !== undefined && BigInt(known) > BigInt(now))
        return {
          cursor: cursorOf(now, ctx.now),
          reset: lost,
          changes: lost ? [] : changes.map((change) => presentChange(change, ctx.company)),
          presence: (await listPresence(ctx)).map((one) => presentPresence(one, ctx.company)),
        }
      }
      const { companyId } = ctx.company
      const allowed = async () => {
        const at = (await sessionOf(deps, request))?.at
        return at?.company.companyId === companyId && permissionsOfRole[at.role].has('tickets:read')
      }
      const stream = await hub.open(ctx.company, { sessionId: staff.id, allowed }, since)
      reply.headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        // Proxies that gather an answer before they pass it on are asked not to.
        'x-accel-buffering': 'no',
      })
      return reply.send(stream as never) as never
    },
  )

  app.put(
    '/inbox/presence/:tab',
    operation({
      id: 'note-presence',
      tag: 'Inbox',
      summary: 'Tell what is on the screen',
      description:
        'Others see who reads or writes in a conversation. To be told anew within 45 seconds, by each tab of the browser.',
      permission: 'tickets:read',
      params: { tab: 'An ID that the page makes for itself: `tab_` and 26 characters.' },
      body: presence,
      errors: { 404: 'There is no such conversation.' },
    }),
    async ({ ctx, staff, params, body }, reply) => {
      const ticketId = pathId('ticket', body.conversationId, 'ticket')
      await notePresence(ctx, staff.id, tabOf(params), { ticketId, writing: body.writing })
      reply.code(204 as 200)
    },
  )

  app.delete(
    '/inbox/presence/:tab',
    operation({
      id: 'end-presence',
      tag: 'Inbox',
      summary: 'Tell that nothing is on the screen',
      description: 'The tab shows no conversation any more.',
      permission: 'tickets:read',
      params: { tab: 'The ID that the page made for itself.' },
      errors: { 404: 'That is no ID of a tab.' },
    }),
    async ({ ctx, staff, params }, reply) => {
      await endPresence(ctx, staff.id, tabOf(params))
      reply.code(204 as 200)
    },
  )
}

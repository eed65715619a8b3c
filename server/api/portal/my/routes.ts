import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Deps } from '../../edge.ts'
import { myAccountRoutes } from './account-routes.ts'
import { myCmsRoutes } from './cms-routes.ts'
import { myConversationRoutes } from './conversation-routes.ts'
import { myListRoutes } from './list-routes.ts'

/** What customers who came by a mailed link do with what is theirs; the rest they do over the doors of `doors.ts`. */
export const myRoutes: FastifyPluginAsyncTypebox<{ deps: Deps }> = async (app, { deps }) => {
  await myAccountRoutes(app, { deps })
  await myListRoutes(app, { deps })
  await myConversationRoutes(app, { deps })
  await myCmsRoutes(app, { deps })
}

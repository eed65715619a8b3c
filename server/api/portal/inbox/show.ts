import { getConversation } from '../../../domain/tickets/get-conversation.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { pathId } from '../ids.ts'
import { presentConversation } from './present.ts'

export const ticketParams = { ticketId: 'The ID of the conversation, starting with `tic_`.' }
export const noConversation = { 404: 'There is no such conversation.' }
export const idOf = ({ ticketId }: { ticketId: string }) => pathId('ticket', ticketId, 'ticket')

/** The conversation as it is now. */
export const showConversation = async (ctx: Ctx, id: string) =>
  presentConversation(await getConversation(ctx, id), ctx.company)

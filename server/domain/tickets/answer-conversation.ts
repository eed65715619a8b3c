import { atomically, type Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Upload } from '../documents/upload.ts'
import { attachUpload } from './attach-upload.ts'
import { closeTicket } from './close-ticket.ts'
import type { MessageBody } from './message-body.ts'
import { replyToTicket } from './reply-to-ticket.ts'

/**
 * The staff's answer with its files, all or nothing; archives the conversation with it where that is wanted. Returns the id
 * of the conversation that was answered. Throws `forbidden`, `not_found`, `conflict` (a chat), `unavailable`.
 */
export async function answerConversation(
  ctx: Ctx,
  id: string,
  { body, uploads, archive }: { body: MessageBody; uploads: readonly Upload[]; archive: boolean },
): Promise<string> {
  allow(ctx.actor, 'tickets:write')
  const messageId = newId()
  if (uploads.length === 0 && !archive) return (await replyToTicket(ctx, id, body, messageId)).id
  return atomically(ctx, async (inside) => {
    const ticket = await replyToTicket(inside, id, body, messageId)
    for (const upload of uploads) await attachUpload(inside, ticket.id, messageId, upload)
    if (archive) await closeTicket(inside, ticket.id)
    return ticket.id
  })
}

import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Upload } from '../documents/upload.ts'
import { attachUpload } from './attach-upload.ts'
import { findTicket } from './get-ticket.ts'
import { inItsPlace } from './survivor-of.ts'
import type { TicketSource, TicketWithMessages } from './ticket.ts'

const MINUTES = 5
/** So many files a message has at most. */
export const MOST_ATTACHMENTS = 20

/**
 * Adds an uploaded file to a message of the last five minutes; a live chat takes none. The row lock lets one upload at a
 * time in. Throws `forbidden`, `not_found`, `conflict` (chat, too late, enough).
 */
export async function attachToMessage(
  ctx: Ctx,
  ticketId: string,
  messageId: string,
  upload: Upload,
): Promise<TicketWithMessages> {
  allow(ctx.actor, 'tickets:write')
  const { companyId } = ctx.company
  const earliest = new Date(ctx.now.getTime() - MINUTES * 60_000)
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const [message] = await sql<{ source: TicketSource; late: boolean }[]>`
      select t.source, m.posted_at < ${earliest} as late
        from ticket_messages m join tickets t on t.company_id = m.company_id and t.id = m.ticket_id
       where m.company_id = ${companyId} and m.id = ${messageId} and t.id = ${ticketId}
         for update of m`
    if (!message) {
      const instead = await inItsPlace(inside, ticketId, (survivor) =>
        attachToMessage(inside, survivor, messageId, upload),
      )
      if (!instead) throw notFound('message')
      return instead.done
    }
    if (message.source === 'chat')
      throw conflict('ticket_is_chat', 'A conversation from the live chat takes no attachments.')
    if (message.late)
      throw conflict('message_too_old', `Attachments can be added for ${MINUTES} minutes after a message.`)
    const [{ had }] = await sql<[{ had: number }]>`
      select count(*) as had from ticket_attachments where company_id = ${companyId} and message_id = ${messageId}`
    if (had >= MOST_ATTACHMENTS)
      throw conflict(
        'message_has_enough_attachments',
        `A message has at most ${MOST_ATTACHMENTS} attachments.`,
      )
    await attachUpload(inside, ticketId, messageId, upload)
    return (await findTicket(inside, ticketId))!
  })
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { documentColumns, type Document } from '../documents/document.ts'
import { inItsPlace } from './survivor-of.ts'

/** The document of an attachment of a message of a ticket. Throws `forbidden`, `not_found`. */
export async function getAttachment(
  ctx: Ctx,
  ticketId: string,
  messageId: string,
  id: string,
): Promise<Document> {
  allow(ctx.actor, 'tickets:read')
  const [document] = await ctx.sql<Document[]>`
    select ${documentColumns(ctx)}
      from ticket_attachments a
      join ticket_messages m on m.company_id = a.company_id and m.id = a.message_id
      join documents d on d.company_id = a.company_id and d.id = a.document_id
     where a.company_id = ${ctx.company.companyId} and a.id = ${id} and m.id = ${messageId} and m.ticket_id = ${ticketId}`
  if (document) return document
  const instead = await inItsPlace(ctx, ticketId, (survivor) => getAttachment(ctx, survivor, messageId, id))
  if (!instead) throw notFound('attachment')
  return instead.done
}

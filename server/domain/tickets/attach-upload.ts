import type { Ctx, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { claimUpload } from '../documents/claim-upload.ts'
import type { Upload } from '../documents/upload.ts'
import { insertEvent } from '../events/event.ts'

/** Makes an upload an attachment of a message, in the transaction at hand. Throws `unavailable`. */
export async function attachUpload(
  inside: Ctx & { sql: Tx },
  ticketId: string,
  messageId: string,
  upload: Upload,
): Promise<void> {
  const { sql } = inside
  const { companyId } = inside.company
  const document = await claimUpload(inside, upload, 'attachment')
  await sql`
    with attached as (
      insert into ticket_attachments (company_id, id, message_id, document_id, created_at)
      values (${companyId}, ${newId()}, ${messageId}, ${document.id}, ${inside.now})
      returning company_id, id, message_id
    ), event as (
      ${insertEvent(inside, 'ticket.attachment_added')}
        from (select company_id, ${ticketId}::uuid as id, null as before,
                     jsonb_build_object('messageId', message_id, 'attachmentId', id) as after from attached) a
    )
    select 1`
}

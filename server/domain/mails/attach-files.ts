import { buffer } from 'node:stream/consumers'
import type { Db } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'
import { MailError } from './delivery.ts'
import type { MailAttachment } from './mail.ts'

/** Encoded this is a third more: below the ten megabytes that mail servers commonly take. */
export const MAX_ATTACHED_BYTES = 7 * 1024 * 1024

export interface AnswerFile {
  id: string
  filename: string
  contentType: string
  sizeBytes: number
}

/** A jsonb list of the files of the message that the mail `m` brings, in their order. */
export const filesOfMail = (sql: Db) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'filename', d.name, 'contentType', d.mime,
                                               'sizeBytes', d.size_bytes) order by a.id), '[]')
    from ticket_attachments a join documents d on d.company_id = a.company_id and d.id = a.document_id
   where m.template = 'ticket-answer' and a.company_id = m.company_id and a.message_id = m.about_id)`

/**
 * The files that go along with a mail, in their order as long as there is room, and the names of those that do not. What was
 * deleted meanwhile is left out. Throws `MailError` where another attempt may help.
 */
export async function attachFiles(
  storage: Pick<Storage, 'get'>,
  companyId: number,
  files: readonly AnswerFile[],
): Promise<{ attachments: MailAttachment[]; online: string[] }> {
  const attachments: MailAttachment[] = []
  const online: string[] = []
  let room = MAX_ATTACHED_BYTES
  for (const { id, filename, contentType, sizeBytes } of files) {
    if (sizeBytes > room) {
      online.push(filename)
      continue
    }
    try {
      const bytes = await buffer(await storage.get(storageKey(companyId, id)))
      attachments.push({ filename, contentType, text: bytes.toString('base64'), encoding: 'base64' })
      room -= sizeBytes
    } catch (error) {
      if (!(error instanceof BalieError)) throw error
      if (error.code !== 'not_found') throw new MailError('the files of the mail cannot be read', false)
    }
  }
  return { attachments, online }
}

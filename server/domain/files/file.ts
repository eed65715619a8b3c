import type { Ctx } from '../../kernel/context.ts'
import type { Instant } from '../../kernel/time.ts'

/** A file or a directory of the portal. */
export interface FileOrDirectory {
  id: string
  type: 'file' | 'directory'
  name: string
  /** Null for directories, as the type is. */
  sizeBytes: number | null
  mime: string | null
  /** Of a file. */
  documentId: string | null
  /** The newest share that it was put in itself. */
  fileShareId: string | null
  createdAt: Instant
}

/** The columns of a `FileOrDirectory`, of the row `f` and, on the left of a join, its document `d`. */
export const fileColumns = (ctx: Ctx) => ctx.sql`
  f.id, case when f.document_id is null then 'directory' else 'file' end as type, f.name, d.size_bytes as "sizeBytes",
  d.mime, f.document_id as "documentId",
  (select c.share_id from file_share_content c where c.company_id = f.company_id and c.file_id = f.id
    order by c.share_id desc limit 1) as "fileShareId",
  f.created_at as "createdAt"`

/** The same as one JSON object. */
export const fileJson = (ctx: Ctx) => ctx.sql`
  json_build_object('id', f.id, 'type', case when f.document_id is null then 'directory' else 'file' end,
    'name', f.name, 'sizeBytes', d.size_bytes, 'mime', d.mime, 'documentId', f.document_id,
    'fileShareId', (select c.share_id from file_share_content c where c.company_id = f.company_id and c.file_id = f.id
                     order by c.share_id desc limit 1),
    'createdAt', f.created_at)`

/** The document of the row `f`, if it has one. */
export const joinDocument = (ctx: Ctx) => ctx.sql`
  left join documents d on d.company_id = f.company_id and d.id = f.document_id`

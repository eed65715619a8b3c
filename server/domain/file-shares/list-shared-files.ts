import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { documentColumns, type Document } from '../documents/document.ts'

/** Something that a share shows: put in it, or in a directory that was. */
export interface SharedFile {
  id: string
  /** The shared directory that it lies in; null for what was put in the share itself. */
  directoryId: string | null
  type: 'file' | 'directory'
  name: string
  sizeBytes: number | null
  mime: string | null
}

/** A CTE `shared`: all that a share shows. What was shared twice, alone and with its directory, is there once. */
const shared = (ctx: Ctx, shareId: string) => ctx.sql`
  recursive tree (company_id, id, directory_id, document_id, name, depth, position) as (
    select f.company_id, f.id, null::uuid, f.document_id, f.name, 0, c.position
      from file_share_content c join files f on f.company_id = c.company_id and f.id = c.file_id
     where c.company_id = ${ctx.company.companyId} and c.share_id = ${shareId}
    union all
    select f.company_id, f.id, f.directory_id, f.document_id, f.name, tree.depth + 1, tree.position
      from tree join files f on f.company_id = tree.company_id and f.directory_id = tree.id
  ), shared as (select distinct on (id) * from tree order by id, depth)`

const MOST = 5000

/** What a share shows, the content of its directories included, directories before what is in them. Throws `forbidden`. */
export async function listSharedFiles(ctx: Ctx, shareId: string): Promise<SharedFile[]> {
  allow(ctx.actor, 'fileshare:read')
  return ctx.sql<SharedFile[]>`
    with ${shared(ctx, shareId)}
    select f.id, f.directory_id as "directoryId", case when f.document_id is null then 'directory' else 'file' end as type,
           f.name, d.size_bytes as "sizeBytes", d.mime
      from shared f left join documents d on d.company_id = f.company_id and d.id = f.document_id
     order by f.depth, f.position, f.name, f.id limit ${MOST}`
}

/** The document of a file that a share shows. Throws `forbidden`, `not_found`. */
export async function getSharedDocument(ctx: Ctx, shareId: string, fileId: string): Promise<Document> {
  allow(ctx.actor, 'fileshare:read')
  const [document] = await ctx.sql<Document[]>`
    with ${shared(ctx, shareId)}
    select ${documentColumns(ctx)} from shared f
      join documents d on d.company_id = f.company_id and d.id = f.document_id where f.id = ${fileId}`
  if (!document) throw notFound('file')
  return document
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { fileColumns, joinDocument, type FileOrDirectory } from './file.ts'

/**
 * Deletes a file, or a directory with all that is in it, out of every share too; the bytes follow. Returns it as it was.
 * Throws `forbidden`, `not_found`.
 */
export async function deleteFile(
  ctx: Ctx,
  type: FileOrDirectory['type'],
  id: string,
): Promise<FileOrDirectory> {
  allow(ctx.actor, 'files:write')
  const [file] = await ctx.sql<FileOrDirectory[]>`
    with old as (
      select ${fileColumns(ctx)} from files f ${joinDocument(ctx)}
       where f.company_id = ${ctx.company.companyId} and f.id = ${id} and f.is_directory = ${type === 'directory'}
    ), gone as (
      delete from files where company_id = ${ctx.company.companyId} and id = (select id from old)
      returning company_id, id,
                jsonb_build_object('name', name, 'directoryId', directory_id, 'documentId', document_id) as before,
                null as after
    ), event as (${insertEvent(ctx, 'file.deleted')} from gone)
    select old.* from old, gone`
  if (!file) throw notFound(type)
  return file
}

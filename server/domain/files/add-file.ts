import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { claimingUpload, uploadGone } from '../documents/claim-upload.ts'
import type { Upload } from '../documents/upload.ts'
import { insertEvent } from '../events/event.ts'
import { noDirectory } from './create-directory.ts'
import type { FileOrDirectory } from './file.ts'

/** Keeps an uploaded file in a directory, or at the top. Throws `forbidden`, `invalid` (directory), `unavailable`. */
export async function addFile(
  ctx: Ctx,
  upload: Upload,
  directoryId: string | null,
): Promise<FileOrDirectory> {
  allow(ctx.actor, 'files:write')
  return insertFile(ctx, upload, directoryId)
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function insertFile(
  ctx: Ctx,
  upload: Upload,
  directoryId: string | null,
): Promise<FileOrDirectory> {
  const statement = ctx.sql<FileOrDirectory[]>`
    with ${claimingUpload(ctx, upload, 'file')}, made as (
      insert into files (company_id, id, directory_id, document_id, name, created_at)
      select company_id, ${newId()}::uuid, ${directoryId}::uuid, id, name, created_at from document
      returning *, null as before,
                jsonb_build_object('name', name, 'directoryId', directory_id, 'documentId', document_id) as after
    ), event as (${insertEvent(ctx, 'file.created')} from made)
    select made.id, 'file' as type, made.name, d.size_bytes as "sizeBytes", d.mime, d.id as "documentId",
           null as "fileShareId", made.created_at as "createdAt"
      from made, document d`
  const [file] = await statement.catch(noDirectory)
  if (!file) throw uploadGone()
  return file
}

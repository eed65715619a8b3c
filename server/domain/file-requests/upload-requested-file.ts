import { atomically, type Ctx } from '../../kernel/context.ts'
import { BalieError, conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Upload } from '../documents/upload.ts'
import { insertEvent } from '../events/event.ts'
import { insertFile } from '../files/add-file.ts'
import { fileRequestColumns, type FileRequest } from './file-request.ts'

/**
 * Keeps an upload as one of the files that a request asks for, in the request's directory. With the last one that is
 * required the request is complete; what is not required may still come after that. The row lock lets one upload at a
 * time in, so that of the last two one sees the other. Throws `forbidden`, `not_found`, `conflict` (there already),
 * `too_large`.
 */
export async function uploadRequestedFile(
  ctx: Ctx,
  requestId: string,
  requestedFileId: string,
  upload: Upload,
): Promise<FileRequest> {
  allow(ctx.actor, 'filerequest:write')
  const { companyId } = ctx.company
  return atomically(ctx, async (inside) => {
    const { sql } = inside
    const [asked] = await sql<
      { directoryId: string | null; fileId: string | null; name: string; maxSizeKb: number }[]
    >`
      select r.directory_id as "directoryId", q.file_id as "fileId", q.name, q.max_size_kb as "maxSizeKb"
        from file_requests r join requested_files q on q.company_id = r.company_id and q.request_id = r.id
       where r.company_id = ${companyId} and r.id = ${requestId} and q.id = ${requestedFileId}
         for update`
    if (!asked) throw notFound('file')
    if (asked.fileId !== null)
      throw conflict('file_already_uploaded', `The file ${asked.name} was uploaded already.`)
    if (upload.sizeBytes > asked.maxSizeKb * 1024)
      throw new BalieError('too_large', 'file', `file must be at most ${asked.maxSizeKb} kB.`)
    const file = await insertFile(inside, upload, asked.directoryId)
    await sql`
      with uploaded as (
        update requested_files set file_id = ${file.id} where company_id = ${companyId} and id = ${requestedFileId}
      ), event as (
        ${insertEvent(inside, 'file_request.file_uploaded')}
          from (values (${companyId}::integer, ${requestId}::uuid, null,
                        jsonb_build_object('requestedFileId', ${requestedFileId}::uuid, 'fileId', ${file.id}::uuid)))
            u (company_id, id, before, after)
      )
      select 1`
    await sql`
      with completed as (
        update file_requests r set completed_at = ${ctx.now}
         where r.company_id = ${companyId} and r.id = ${requestId} and r.completed_at is null
           and not exists (select from requested_files q where q.company_id = r.company_id and q.request_id = r.id
                              and q.required and q.file_id is null)
        returning r.company_id, r.id, null as before, jsonb_build_object('completedAt', r.completed_at) as after
      ), event as (${insertEvent(inside, 'file_request.completed')} from completed)
      select 1`
    const [request] = await sql<[FileRequest]>`
      select ${fileRequestColumns(inside)} from file_requests r where r.company_id = ${companyId} and r.id = ${requestId}`
    return request
  })
}

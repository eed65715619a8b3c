import type { Ctx } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'
import { documentColumns, type Document, type DocumentKind } from './document.ts'
import type { Upload } from './upload.ts'

/**
 * A CTE `document`: makes a document of an upload, whose note leaves with it. No row where the upload is gone already:
 * check with `mustBeClaimed`.
 */
export const claimingUpload = (ctx: Ctx, upload: Upload, kind: DocumentKind) => ctx.sql`
  upload as (
    delete from document_uploads where company_id = ${ctx.company.companyId} and id = ${upload.id} and abandoned_at is null
    returning company_id, id
  ), document as (
    insert into documents (company_id, id, name, mime, size_bytes, sha256, kind, created_at)
    select company_id, id, ${upload.name}, ${upload.mime}, ${upload.sizeBytes}::bigint, ${upload.sha256Hex}, ${kind},
           ${ctx.now}::timestamptz
      from upload
    returning *
  )`

/** Makes a document of an upload. Throws `unavailable` when the upload was swept away in the meantime. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function claimUpload(ctx: Ctx, upload: Upload, kind: DocumentKind): Promise<Document> {
  const [document] = await ctx.sql<Document[]>`
    with ${claimingUpload(ctx, upload, kind)} select ${documentColumns(ctx)} from document d`
  if (!document) throw uploadGone()
  return document
}

export const uploadGone = () =>
  new BalieError('unavailable', 'storage', 'The upload took too long and must be sent again.', 1)

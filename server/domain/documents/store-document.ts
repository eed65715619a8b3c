import type { Readable } from 'node:stream'
import type { Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'
import { claimUpload } from './claim-upload.ts'
import type { Document, DocumentKind } from './document.ts'
import { fileName } from './file-name.ts'
import { Upload } from './upload.ts'

const LIMIT_BYTES = 100 * 1024 * 1024

/**
 * Stores what we made ourselves (a rendered PDF, a signed agreement) as a document. What fails leaves nothing, or what
 * the sweeping finds. Throws `unavailable`, `too_large`.
 */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function storeDocument(
  ctx: Ctx,
  storage: Storage,
  file: { name: string; mime: string; kind: DocumentKind; stream: Readable; limitBytes?: number },
): Promise<Document> {
  const id = newId()
  const key = storageKey(ctx.company.companyId, id)
  const stored = await storage.put(key, file.stream, { limitBytes: file.limitBytes ?? LIMIT_BYTES })
  const upload = new Upload({ id, name: fileName(file.name), mime: file.mime, ...stored })
  return claimUpload(ctx, upload, file.kind)
}

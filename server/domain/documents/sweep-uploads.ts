import type { Db } from '../../kernel/context.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'

/** The job that removes the bytes of a document that is gone; added by the table's trigger. */
export const REMOVE_BYTES = 'remove-bytes'

export interface RemoveBytesJob {
  companyId: number
  documentId: string
}

/** The job that looks for bytes that nobody claimed. */
export const SWEEP_UPLOADS = 'sweep-uploads'

/**
 * Removes an upload unless it was claimed. Whoever is claiming it at this moment is waited for; afterwards nobody can.
 */
export async function discardUpload(sql: Db, storage: Storage, companyId: number, id: string): Promise<void> {
  const [abandoned] = await sql`
    update document_uploads set abandoned_at = now()
     where company_id = ${companyId} and id = ${id} and abandoned_at is null returning 1`
  if (abandoned) await storage.delete(storageKey(companyId, id))
}

/**
 * Removes what was stored and never claimed in six hours, which no request and no job takes: requests that failed or were
 * cut off, processes that were killed. The storage drops the row after the bytes, so that a crash leaves no bytes without
 * one. Returns how many were removed.
 */
export async function sweepUploads(sql: Db, storage: Storage): Promise<number> {
  for (let removed = 0; ; removed += 1) {
    const [abandoned] = await sql<{ companyId: number; id: string }[]>`
      update document_uploads u set abandoned_at = now()
        from (select company_id, id from document_uploads where begun_at < now() - interval '6 hours'
               order by begun_at limit 1 for update skip locked) oldest
       where u.company_id = oldest.company_id and u.id = oldest.id
      returning u.company_id as "companyId", u.id`
    if (!abandoned) return removed
    await storage.delete(storageKey(abandoned.companyId, abandoned.id))
  }
}

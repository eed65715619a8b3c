import type { Task } from 'graphile-worker'
import type { RemoveBytesJob } from '../domain/documents/sweep-uploads.ts'
import { storageKey } from '../kernel/storage.ts'
import type { JobDeps } from './tasks.ts'

/** Removes the bytes of a document that is gone; tried again until they are. */
export const removeBytesTask =
  ({ storage, log }: JobDeps): Task =>
  async (payload) => {
    const { companyId, documentId } = payload as RemoveBytesJob
    await storage.delete(storageKey(companyId, documentId))
    log.debug({ companyId, documentId }, 'bytes removed')
  }

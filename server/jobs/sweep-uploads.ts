import type { Task } from 'graphile-worker'
import { sweepUploads } from '../domain/documents/sweep-uploads.ts'
import type { JobDeps } from './tasks.ts'

/** Removes uploads that nobody claimed. */
export const sweepUploadsTask =
  ({ sql, storage, log }: JobDeps): Task =>
  async () => {
    const removed = await sweepUploads(sql, storage)
    if (removed > 0) log.info({ removed }, 'unclaimed uploads removed')
  }

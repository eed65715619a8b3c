import type { Task } from 'graphile-worker'
import type { CollectJob } from '../domain/collection/collect-job.ts'
import { collect } from '../domain/collection/collect.ts'
import type { JobDeps } from './tasks.ts'

/** Does what is due in the collection of invoices. */
export const collectTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const done = await collect(deps, payload as CollectJob)
    if (done.taken + done.left > 0) deps.log.info(done, 'collection')
  }

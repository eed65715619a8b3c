import type { Task } from 'graphile-worker'
import type { BulkJob } from '../domain/invoice-bulks/bulk-job.ts'
import { runBulk } from '../domain/invoice-bulks/run-bulk.ts'
import type { JobDeps } from './tasks.ts'

/** Does what somebody asked for to many invoices. */
export const runInvoiceBulkTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    await runBulk(deps, payload as BulkJob)
  }

import { Readable } from 'node:stream'
import type { Task } from 'graphile-worker'
import { ZipFile } from 'yazl'
import { answerRequest, failRequest, type ExportEntry } from '../domain/privacy/answer-request.ts'
import type { PrivacyJob } from '../domain/privacy/request.ts'
import { sweepExports } from '../domain/privacy/sweep-exports.ts'
import type { JobDeps } from './tasks.ts'

/** A ZIP whose entries are made when it is their turn, so that no more than one is in memory. */
export function bundle(entries: AsyncIterable<ExportEntry>, now: Date): Readable {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  zip.on('error', (error: Error) => output.destroy(error))
  async function add(): Promise<void> {
    for await (const entry of entries) {
      const options = { mtime: now, compress: 'text' in entry }
      const stream = 'text' in entry ? Readable.from([Buffer.from(entry.text)]) : await entry.open()
      const read = new Promise<void>((resolve, reject) => {
        stream.once('close', resolve)
        stream.once('error', reject)
      })
      zip.addReadStream(stream, entry.path, options)
      await read
    }
    zip.end()
  }
  add().catch((error: unknown) => output.destroy(error as Error))
  return output
}

/** Puts a person's data together, or takes them out of the company's rows. */
export const answerPrivacyTask =
  ({ sql, vault, storage, clock, log }: JobDeps): Task =>
  async (payload, { job }) => {
    const asked = payload as PrivacyJob
    const now = clock.now()
    try {
      const did = await answerRequest(
        { sql, vault, storage, now, bundle: (entries) => bundle(entries, now) },
        asked,
      )
      log.info({ ...asked, did }, 'privacy request')
    } catch (error) {
      if (job.attempts >= job.max_attempts)
        await failRequest(sql, now, asked, 'It could not be done; the operator finds why in the log.')
      throw error
    }
  }

/** Deletes exports whose time is over. */
export const sweepExportsTask =
  ({ sql, clock, log }: JobDeps): Task =>
  async () => {
    const swept = await sweepExports(sql, clock.now())
    if (swept > 0) log.info({ swept }, 'exports of personal data deleted')
  }

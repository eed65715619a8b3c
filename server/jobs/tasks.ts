import type { FastifyBaseLogger } from 'fastify'
import type { TaskList } from 'graphile-worker'
import { SEAL_AGREEMENT } from '../domain/agreements/seal-job.ts'
import { REGISTER_PAYMENT } from '../domain/bookkeeping/insert-update.ts'
import { REMOVE_BYTES, SWEEP_UPLOADS } from '../domain/documents/sweep-uploads.ts'
import type { Delivery } from '../domain/mails/delivery.ts'
import { SEND_MAIL } from '../domain/mails/insert-mail.ts'
import type { Db } from '../kernel/context.ts'
import type { Storage } from '../kernel/storage.ts'
import type { Clock } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'
import { registerPaymentTask } from './register-payment.ts'
import { removeBytesTask } from './remove-bytes.ts'
import { sealAgreementTask } from './seal-agreement.ts'
import { sendMailTask } from './send-mail.ts'
import { sweepUploadsTask } from './sweep-uploads.ts'

export interface JobDeps {
  sql: Db
  vault: Vault
  storage: Storage
  clock: Clock
  log: FastifyBaseLogger
  /** Without it, mail waits for a worker that has it. */
  mail?: Delivery
  /** Called with the name and outcome of every job. */
  counted(job: string, outcome: 'succeeded' | 'failed'): void
}

/** Every job, by its name. */
export const tasks = (deps: JobDeps): TaskList => ({
  [REGISTER_PAYMENT]: registerPaymentTask(deps),
  [REMOVE_BYTES]: removeBytesTask(deps),
  [SEAL_AGREEMENT]: sealAgreementTask(deps),
  [SWEEP_UPLOADS]: sweepUploadsTask(deps),
  ...(deps.mail ? { [SEND_MAIL]: sendMailTask(deps, deps.mail) } : {}),
})

/**
 * Minute, hour, day, month, weekday, in UTC; of many processes one adds the job. They do what is due, not what the moment
 * says: a run that was missed is made up for by the next.
 */
export const timetable = [`23 * * * * ${SWEEP_UPLOADS}`].join('\n')

import type { Task } from 'graphile-worker'
import type { Delivery } from '../domain/mails/delivery.ts'
import type { SendMailJob } from '../domain/mails/insert-mail.ts'
import { sendMail } from '../domain/mails/send-mail.ts'
import type { JobDeps } from './tasks.ts'

/** Sends a mail; plans its own next attempt. */
export const sendMailTask =
  (deps: JobDeps, delivery: Delivery): Task =>
  async (payload) => {
    const job = payload as SendMailJob
    const outcome = await sendMail(
      { sql: deps.sql, now: deps.clock.now(), delivery, storage: deps.storage },
      job,
    )
    deps.log.info({ ...job, outcome }, 'mail')
  }

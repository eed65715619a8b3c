import type { Task } from 'graphile-worker'
import type { TextCodeJob } from '../domain/invoices/contact-code.ts'
import { sendTextCode } from '../domain/invoices/send-text-code.ts'
import { smsProviders } from '../providers/sms.ts'
import { renderCode } from '../rendering/sms-text.ts'
import type { JobDeps } from './tasks.ts'

/** Texts the code of a new telephone number; the queue tries again. */
export const textCodeTask =
  ({ sql, vault, clock, log }: JobDeps, publicUrl: () => string): Task =>
  async (payload, { job: { attempts } }) => {
    const job = payload as TextCodeJob
    const deps = { sql, vault, now: clock.now(), providers: smsProviders, publicUrl, render: renderCode }
    log.info({ ...job, outcome: await sendTextCode(deps, job, attempts) }, 'code by text message')
  }

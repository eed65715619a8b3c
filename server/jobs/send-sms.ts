import type { Task } from 'graphile-worker'
import type { SendSmsJob } from '../domain/collection/send-sms-job.ts'
import { sendSms } from '../domain/collection/send-sms.ts'
import { smsProviders } from '../providers/sms.ts'
import { renderSms } from '../rendering/sms-text.ts'
import type { JobDeps } from './tasks.ts'

/** Sends a text message; plans its own next attempt. */
export const sendSmsTask =
  ({ sql, vault, clock, log }: JobDeps, publicUrl: () => string): Task =>
  async (payload) => {
    const job = payload as SendSmsJob
    const deps = { sql, vault, now: clock.now(), providers: smsProviders, publicUrl, render: renderSms }
    log.info({ ...job, outcome: await sendSms(deps, job) }, 'text message')
  }

import type { Task } from 'graphile-worker'
import type { TextOwnCodeJob } from '../domain/customer-portal/change-own-phone.ts'
import { textOwnCode } from '../domain/customer-portal/text-own-code.ts'
import { smsProviders } from '../providers/sms.ts'
import { renderCode } from '../rendering/sms-text.ts'
import type { JobDeps } from './tasks.ts'

/** Texts the code of a customer's new telephone number; the queue tries again. */
export const textOwnCodeTask =
  ({ sql, vault, clock, log }: JobDeps, publicUrl: () => string): Task =>
  async (payload, { job: { attempts } }) => {
    const { locale, ...about } = payload as TextOwnCodeJob
    const deps = { sql, vault, now: clock.now(), providers: smsProviders, publicUrl, render: renderCode }
    const outcome = await textOwnCode(deps, { ...about, locale }, attempts)
    log.info({ ...about, outcome }, 'code by text message')
  }

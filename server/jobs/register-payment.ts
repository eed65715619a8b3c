import type { Task } from 'graphile-worker'
import type { RegisterPaymentJob } from '../domain/bookkeeping/insert-update.ts'
import { registerPayment } from '../domain/bookkeeping/register-payment.ts'
import { openBookkeeping } from '../providers/bookkeeping.ts'
import type { JobDeps } from './tasks.ts'

/** Carries a payment to the company's bookkeeping; plans its own next attempt. */
export const registerPaymentTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const job = payload as RegisterPaymentJob
    const outcome = await registerPayment({ ...deps, now: deps.clock.now(), open: openBookkeeping }, job)
    deps.log.info({ ...job, outcome }, 'payment registered in bookkeeping')
  }

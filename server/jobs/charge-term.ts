import type { Task } from 'graphile-worker'
import { chargeTerm } from '../domain/subscriptions/charge-term.ts'
import type { ChargeTermJob } from '../domain/subscriptions/charge-job.ts'
import type { JobDeps } from './tasks.ts'

/** Charges a term of a subscription to its mandate. */
export const chargeTermTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const job = payload as ChargeTermJob
    const outcome = await chargeTerm({ sql: deps.sql, now: deps.clock.now(), providers: deps.payments }, job)
    if (outcome === 'unknown_mandate') deps.log.warn({ ...job, outcome }, 'a term could not be charged')
    else deps.log.info({ ...job, outcome }, 'term charged')
  }

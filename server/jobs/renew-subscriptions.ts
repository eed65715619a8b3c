import type { Task } from 'graphile-worker'
import type { RenewSubscriptionsJob } from '../domain/subscriptions/renewal-job.ts'
import { renewSubscriptions } from '../domain/subscriptions/renew-subscriptions.ts'
import type { JobDeps } from './tasks.ts'

/** Bills the terms of subscriptions that have begun. Fails when one could not be, so that it shows and is tried again. */
export const renewSubscriptionsTask =
  (deps: JobDeps): Task =>
  async (payload) => {
    const { companyId } = payload as RenewSubscriptionsJob
    let failures = 0
    const terms = await renewSubscriptions(
      {
        sql: deps.sql,
        now: deps.clock.now(),
        failed(subscription, error) {
          failures += 1
          deps.log.error({ err: error, ...subscription }, 'a term could not be billed')
        },
      },
      companyId === undefined ? {} : { companyId },
    )
    if (terms > 0) deps.log.info({ terms }, 'terms of subscriptions billed')
    if (failures > 0) throw new Error(`${failures} terms could not be billed`)
  }

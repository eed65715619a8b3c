import type { Task } from 'graphile-worker'
import { askInstallments } from '../domain/installments/ask-installments.ts'
import type { JobDeps } from './tasks.ts'

/** Asks for installments whose day has come. Fails when one could not be, so that it shows and is tried again. */
export const askInstallmentsTask =
  (deps: JobDeps): Task =>
  async () => {
    let failures = 0
    const asked = await askInstallments({
      sql: deps.sql,
      now: deps.clock.now(),
      providers: deps.payments,
      failed(plan, error) {
        failures += 1
        deps.log.error({ err: error, ...plan }, 'installments of a plan could not be asked for')
      },
    })
    if (asked > 0) deps.log.info({ asked }, 'installments asked for')
    if (failures > 0) throw new Error(`installments of ${failures} plans could not be asked for`)
  }

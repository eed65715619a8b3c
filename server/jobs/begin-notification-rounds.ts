import type { Task } from 'graphile-worker'
import { forgetRequests } from '../domain/notifications/request-log.ts'
import { beginRounds } from '../domain/notifications/run-round.ts'
import type { JobDeps } from './tasks.ts'

/** Begins a round for every partner that is owed something. */
export const beginNotificationRoundsTask =
  (deps: JobDeps): Task =>
  async () => {
    const partners = await beginRounds(deps.sql)
    if (partners > 0) deps.log.info({ partners }, 'notification rounds')
    await forgetRequests(deps.sql, deps.clock.now())
  }

import type { Task } from 'graphile-worker'
import { expireSignUps } from '../domain/subscription-packages/expire-sign-ups.ts'
import type { JobDeps } from './tasks.ts'

export const EXPIRE_SIGN_UPS = 'expire-sign-ups'

/** Closes sign-ups whose hour is over, and forgets old ones. */
export const expireSignUpsTask =
  (deps: JobDeps): Task =>
  async () => {
    const forgotten = await expireSignUps(deps.sql, deps.clock.now())
    if (forgotten > 0) deps.log.info({ forgotten }, 'sign-ups forgotten')
  }

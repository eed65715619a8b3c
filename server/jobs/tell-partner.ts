import type { FastifyBaseLogger } from 'fastify'
import type { Task } from 'graphile-worker'
import type { NotificationDeps } from '../domain/notifications/send.ts'
import { tellAtOnce } from '../domain/notifications/tell-at-once.ts'
import type { TellPartnerJob } from '../domain/notifications/tell-job.ts'

/** Tells a partner of one change at once. */
export const tellPartnerTask =
  (deps: NotificationDeps, log: FastifyBaseLogger): Task =>
  async (payload) => {
    const job = payload as TellPartnerJob
    const outcome = await tellAtOnce(deps, job)
    if (outcome !== undefined) log.info({ ...job, outcome }, 'partner told')
  }

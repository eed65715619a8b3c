import type { FastifyBaseLogger } from 'fastify'
import type { Task } from 'graphile-worker'
import type { NotificationDeps } from '../domain/notifications/send.ts'
import { runRound } from '../domain/notifications/run-round.ts'
import type { RunRoundJob } from '../domain/notifications/tell-job.ts'

/** Tells one partner of all that changed. */
export const runNotificationRoundTask =
  (deps: NotificationDeps, log: FastifyBaseLogger): Task =>
  async (payload) => {
    const job = payload as RunRoundJob
    const outcome = await runRound(deps, job.partnerId)
    if (outcome) log.info({ ...job, ...outcome }, 'notification round')
  }

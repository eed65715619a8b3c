import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger as WorkerLogger, run, type Runner, type WorkerEvents } from 'graphile-worker'
import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import type { Db } from '../kernel/context.ts'
import type { Vault } from '../kernel/vault.ts'
import type { Clock } from '../kernel/time.ts'
import { REGISTER_PAYMENT } from '../domain/bookkeeping/insert-update.ts'
import { registerPaymentTask } from './register-payment.ts'
import { followWorkers, type LiveWorkers } from './live-workers.ts'

export interface JobDeps {
  sql: Db
  vault: Vault
  clock: Clock
  log: FastifyBaseLogger
  /** Called with the name and outcome of every job. */
  counted(job: string, outcome: 'succeeded' | 'failed'): void
}

export interface Worker {
  isRunning(): boolean
  /** Takes no new job and waits for those at hand. */
  stop(): Promise<void>
}

/** Works on the jobs of the database. Any number of processes may. */
export async function startWorker(databaseUrl: string, deps: JobDeps): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 })
  pool.on('error', (error) => deps.log.error({ err: error }, 'job connection lost'))
  // A client that is in use has no other listener: the loss of its connection would end the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => deps.log.debug({ err: error }, 'job connection lost')),
  )
  const events: WorkerEvents = new EventEmitter()
  const live: LiveWorkers = await followWorkers(deps.sql, events, deps.log)
  events.on('job:success', ({ job }) => deps.counted(job.task_identifier, 'succeeded'))
  events.on('job:error', ({ job, error }) => {
    deps.counted(job.task_identifier, 'failed')
    deps.log.error({ err: error, job: job.task_identifier, attempt: job.attempts }, 'job failed')
  })
  const begin = () =>
    run({
      pgPool: pool,
      events,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') deps.log.error(message)
        else if (level === 'warning') deps.log.warn(message)
        else deps.log.debug(message)
      }),
      taskList: { [REGISTER_PAYMENT]: registerPaymentTask(deps) },
    })

  let runner: Runner | undefined = await begin()
  const stopping = new AbortController()
  // A database that goes away takes the runner with it; when it is back, another one goes on.
  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        runner ??= await begin()
        await runner.promise
      } catch (error) {
        deps.log.error({ err: error }, 'the worker stopped and is started again')
      }
      runner = undefined
      await sleep(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const kept = keepRunning()
  return {
    isRunning: () => runner !== undefined,
    async stop() {
      stopping.abort()
      await runner?.stop()
      await kept
      await live.stop().catch((error: unknown) => deps.log.warn({ err: error }, 'could not sign off'))
      await pool.end()
    },
  }
}

const RESTART_MS = 1000

import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger as WorkerLogger, run, type Runner, type WorkerEvents } from 'graphile-worker'
import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import type { Db } from '../kernel/context.ts'
import type { Vault } from '../kernel/vault.ts'
import type { Clock } from '../kernel/time.ts'
import { REGISTER_PAYMENT } from '../domain/bookkeeping/insert-update.ts'
import { EXPIRE_PAYMENT_LINK } from '../domain/payment-links/create-payment-link.ts'
import type { PaymentProviders } from '../domain/payments/provider.ts'
import { SYNC_PAYMENT } from '../domain/payments/sync-job.ts'
import { CHARGE_TERM } from '../domain/subscriptions/charge-job.ts'
import { RENEW_SUBSCRIPTIONS } from '../domain/subscriptions/renewal-job.ts'
import { BILL_PLANS, billPlansTask } from './bill-plans.ts'
import { chargeTermTask } from './charge-term.ts'
import { EXPIRE_SIGN_UPS, expireSignUpsTask } from './expire-sign-ups.ts'
import { expirePaymentLinkTask } from './expire-payment-link.ts'
import { registerPaymentTask } from './register-payment.ts'
import { renewSubscriptionsTask } from './renew-subscriptions.ts'
import { syncPaymentTask } from './sync-payment.ts'
import { followWorkers, type LiveWorkers } from './live-workers.ts'

export interface JobDeps {
  sql: Db
  vault: Vault
  payments: PaymentProviders
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

const RESTART_MS = 1000

/** They do what is due, not what the moment says: a run that was missed is made up for by the next. */
const crontab = [
  `*/5 * * * * ${RENEW_SUBSCRIPTIONS} ?max=3&jobKey=${RENEW_SUBSCRIPTIONS}`,
  `*/5 * * * * ${EXPIRE_SIGN_UPS} ?max=3&jobKey=${EXPIRE_SIGN_UPS}`,
  `10 * * * * ${BILL_PLANS} ?max=3&jobKey=${BILL_PLANS}`,
].join('\n')

/** Works on the jobs of the database. Any number of processes may. */
export async function startWorker(databaseUrl: string, deps: JobDeps): Promise<Worker> {
  const { log } = deps
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6, connectionTimeoutMillis: 10_000 })
  pool.on('error', (error) => log.error({ err: error }, 'job connection lost'))
  // A client that is in use has no other listener: the loss of its connection would end the process.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.debug({ err: error }, 'job connection lost')),
  )
  const events: WorkerEvents = new EventEmitter()
  const live: LiveWorkers = await followWorkers(databaseUrl, events, log)
  events.on('job:success', ({ job }) => deps.counted(job.task_identifier, 'succeeded'))
  events.on('job:error', ({ job, error }) => {
    deps.counted(job.task_identifier, 'failed')
    log.error({ err: error, job: job.task_identifier, attempt: job.attempts }, 'job failed')
  })
  const begin = () =>
    run({
      pgPool: pool,
      events,
      concurrency: 4,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') log.error(message)
        else if (level === 'warning') log.warn(message)
        else log.debug(message)
      }),
      taskList: {
        [REGISTER_PAYMENT]: registerPaymentTask(deps),
        [SYNC_PAYMENT]: syncPaymentTask(deps),
        [EXPIRE_PAYMENT_LINK]: expirePaymentLinkTask(deps),
        [RENEW_SUBSCRIPTIONS]: renewSubscriptionsTask(deps),
        [CHARGE_TERM]: chargeTermTask(deps),
        [EXPIRE_SIGN_UPS]: expireSignUpsTask(deps),
        [BILL_PLANS]: billPlansTask(deps),
      },
      crontab,
      // Without a batch, a job that ends while the database is away ends the process: 0.18 awaits that promise nowhere.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })

  let runner: Runner | undefined = await begin()
  const stopping = new AbortController()
  const { signal } = stopping
  /** A database that goes away may take the runner with it; another one goes on as soon as it can. */
  async function keepRunning(): Promise<void> {
    for (;;) {
      await runner?.promise.catch((error: unknown) => log.error({ err: error }, 'the worker failed'))
      runner = undefined
      if (signal.aborted) return
      log.warn('the worker stopped and is started again')
      await sleep(RESTART_MS, undefined, { signal }).catch(() => {})
      if (signal.aborted) return
      runner = await begin().catch((error: unknown) => {
        log.error({ err: error }, 'the worker did not start')
        return undefined
      })
      if (signal.aborted) await runner?.stop()
    }
  }
  const kept = keepRunning()
  return {
    isRunning: () => runner !== undefined,
    async stop() {
      stopping.abort()
      // Refuses when the runner stopped by itself a moment ago.
      await runner?.stop().catch((error: unknown) => log.debug({ err: error }, 'the worker had stopped'))
      await kept
      await live.stop()
      await pool.end()
    },
  }
}

import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino, type Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { listen } from './database/listen.ts'
import { isMigrated } from './database/migrate.ts'
import { ACCESS_CHANGED, accessCache } from './domain/access/access-cache.ts'
import { INBOX_CHANGED } from './domain/tickets/listen-to-inbox.ts'
import { startWebhookDeliveries } from './jobs/deliver-webhooks.ts'
import { startWorker, type Worker } from './jobs/worker.ts'
import { connectors } from './providers/connectors.ts'
import { paymentProviders } from './providers/payments.ts'
import { notices } from './kernel/notices.ts'
import type { Vault } from './kernel/vault.ts'
import { deliveryOf } from './mail/out/delivery.ts'
import { systemClock } from './kernel/time.ts'
import { createMetrics } from './metrics.ts'
import { openOutbound } from './providers/outbound/outbound.ts'
import { openDatabase, openStorage, openVault, type Database } from './runtime.ts'
import { notificationContract } from './api/clubcollect/notifications/contract.ts'
import { webhookContract } from './api/mijnklantportaal/webhooks/contract.ts'

/** A process at work. */
export interface Server {
  /** Where it listens; with the role worker alone, where its health is shown. */
  url: string
  database: Database
  vault: Vault
  log: Logger
  /** Finishes the requests and jobs at hand, then lets go of everything. Safe to call twice. */
  stop(): Promise<void>
}

/**
 * JSON lines. Of an error only what cannot hold a secret or a message: errors of the database carry rows, parameters and,
 * some of them, the whole connection.
 */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      err: (error: unknown) => {
        if (!(error instanceof Error)) return { type: typeof error }
        const { name, message, stack, code } = error as Error & { code?: string }
        return { type: name, message, stack, code }
      },
    },
  })

/**
 * postgres.js 3.4.9 may write once more to a connection that is lost already, and throws that outside of every promise
 * (porsager/postgres#1154, #1208). Who waits for that connection has been told, so the process may go on.
 */
const isLateWrite = (error: Error): boolean =>
  error instanceof TypeError &&
  /\bnextWrite\b.*[/\\]postgres[/\\]src[/\\]connection\.js/.test(error.stack ?? '')

/** Ends the process on any other error that nobody caught. Returns how to stop minding. */
function mindUncaught(log: Logger): () => void {
  const mind = (error: Error) => {
    if (isLateWrite(error)) {
      log.error({ err: error }, 'something was written to a database connection that was lost')
      return
    }
    log.fatal({ err: error }, 'unexpected error')
    process.exit(1)
  }
  process.on('uncaughtException', mind)
  return () => process.off('uncaughtException', mind)
}

/** Requests and jobs at hand get so long to end. What waits for a connection that was lost would wait for ever. */
const STOP_WITHIN_MS = 30_000

async function withinReason(released: Promise<unknown>, log: Logger): Promise<void> {
  const over = new AbortController()
  const late = sleep(STOP_WITHIN_MS, undefined, { signal: over.signal }).then(
    () => log.error('something did not stop in time'),
    () => undefined,
  )
  const done = released.catch((error: unknown) => log.error({ err: error }, 'did not stop cleanly'))
  await Promise.race([done, late])
  over.abort()
}

/** What it says when the database does not. */
const READY_WITHIN_MS = 3000

/** Opens the database, starts the roles of the configuration and listens. */
export async function serve(config: Config): Promise<Server> {
  const log = createLog(config.logLevel)
  const unmind = mindUncaught(log)
  const letGo: (() => Promise<unknown>)[] = []
  /** In the opposite order of the start; what fails does not keep the rest from it. */
  async function stop(): Promise<void> {
    log.info('stopping')
    for (const release of letGo.reverse()) await withinReason(release(), log)
    unmind()
  }
  try {
    return await start(config, log, letGo, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(
  config: Config,
  log: Logger,
  letGo: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Server> {
  const database = await openDatabase(config)
  letGo.push(() => database.close())
  const { sql } = database
  const vault = await openVault(config)
  const { storage, close: closeStorage } = await openStorage(config, database.url)
  letGo.push(closeStorage)
  const metrics = createMetrics()
  const access = accessCache(sql)
  letGo.push(await listen(database.url, ACCESS_CHANGED, access.clear))
  const inboxNotices = notices()
  letGo.push(await listen(database.url, INBOX_CHANGED, inboxNotices.heard))
  let url = ''
  const publicUrl = () => config.publicUrl ?? url
  const payments = paymentProviders({
    sql,
    vault,
    clock: systemClock,
    publicUrl,
    sandboxAllowed: config.paymentsSandbox,
  })
  let worker: Worker | undefined
  letGo.push(async () => worker?.stop())
  const outbound = openOutbound({ allowPrivate: config.allowPrivateTargets })
  letGo.push(outbound.close)
  const app = await buildApp({
    sql,
    access,
    inboxNotices,
    vault,
    outbound,
    clock: systemClock,
    storage,
    uploadLimitBytes: config.uploadLimitBytes,
    metrics,
    publicUrl,
    payments,
    sandboxBank: payments.bank,
    connectors,
    mailSetting: config.mail.kind === 'smtp' ? { kind: 'smtp', from: config.mail.from } : config.mail,
    rateLimitPerMinute: config.rateLimitPerMinute,
    apiKeyInQuery: config.apiKeyInQuery,
    bodyLimitBytes: config.bodyLimitBytes,
    trustProxy: config.trustProxy,
    mailbox: config.mail.kind === 'catch',
    web: config.web,
    logger: log,
    async notReady() {
      if (config.worker && !worker?.isRunning()) return 'the worker does not run'
      const answer = isMigrated(sql).then(
        (migrated) => (migrated ? undefined : 'migrations are missing'),
        () => 'the database does not answer',
      )
      return Promise.race([answer, sleep(READY_WITHIN_MS, 'the database does not answer', { ref: false })])
    },
  })
  letGo.push(() => app.close())
  await app.listen({ host: config.host, port: config.port })
  const { port } = app.server.address() as AddressInfo
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  log.info({ url, embedded: config.databaseUrl === undefined }, 'listening')
  // Only now: what is sent holds links to where this listens.
  if (config.worker) {
    if (config.mail.kind === 'none') log.warn('no mail is sent: SMTP_URL is not set')
    const deps = { sql, vault, storage, payments, clock: systemClock, log, counted: metrics.countJob }
    const deliveries = startWebhookDeliveries({ ...deps, outbound, webhooks: webhookContract(publicUrl) })
    letGo.push(deliveries.stop)
    worker = await startWorker(database.url, {
      ...deps,
      publicUrl,
      mail: deliveryOf(config.mail, publicUrl),
      partners: { outbound, contract: notificationContract },
    })
  }

  let stopped: Promise<void> | undefined
  return { url, database, vault, log, stop: () => (stopped ??= stop()) }
}

/** Stops on the first SIGINT or SIGTERM; a second one does not wait. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

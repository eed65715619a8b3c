import type { AddressInfo } from 'node:net'
import { pino, type Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { isMigrated } from './database/migrate.ts'
import { accessCache, followAccessChanges } from './domain/access/access-cache.ts'
import { startWorker, type Worker } from './jobs/worker.ts'
import type { Vault } from './kernel/vault.ts'
import { systemClock } from './kernel/time.ts'
import { createMetrics } from './metrics.ts'
import { openDatabase, openVault, type Database } from './runtime.ts'

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

/** Opens the database, starts the roles of the configuration and listens. */
export async function serve(config: Config): Promise<Server> {
  const log = createLog(config.logLevel)
  const database = await openDatabase(config)
  const { sql } = database
  const vault = await openVault(config)
  const metrics = createMetrics()
  const access = accessCache(sql)
  const unfollow = await followAccessChanges(sql, access)
  const worker: Worker | undefined = config.worker
    ? await startWorker(database.url, { sql, vault, clock: systemClock, log, counted: metrics.countJob })
    : undefined

  let url = ''
  const app = await buildApp({
    sql,
    access,
    clock: systemClock,
    metrics,
    publicUrl: () => config.publicUrl ?? url,
    rateLimitPerMinute: config.rateLimitPerMinute,
    apiKeyInQuery: config.apiKeyInQuery,
    bodyLimitBytes: config.bodyLimitBytes,
    trustProxy: config.trustProxy,
    web: config.web,
    logger: log,
    async notReady() {
      if (worker && !worker.isRunning()) return 'the worker has stopped'
      try {
        return (await isMigrated(sql)) ? undefined : 'migrations are missing'
      } catch {
        return 'the database does not answer'
      }
    },
  })
  await app.listen({ host: config.host, port: config.port })
  const { port } = app.server.address() as AddressInfo
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  log.info({ url, embedded: config.databaseUrl === undefined }, 'listening')

  let stopping: Promise<void> | undefined
  async function stopAll(): Promise<void> {
    log.info('stopping')
    await app.close()
    await worker?.stop()
    await unfollow()
    await database.close()
  }
  return { url, database, vault, log, stop: () => (stopping ??= stopAll()) }
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

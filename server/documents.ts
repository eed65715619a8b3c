import { buildApp } from './app.ts'
import type { Db } from './kernel/context.ts'
import { vault } from './kernel/vault.ts'
import { createMetrics } from './metrics.ts'

/** The OpenAPI documents of the running code, by prefix; no database is touched. */
export async function documents(): Promise<Record<string, unknown>> {
  const app = await buildApp({
    sql: undefined as unknown as Db,
    access: undefined as never,
    inboxNotices: undefined as never,
    outbound: undefined as never,
    clock: { now: () => new Date() },
    vault: vault(Buffer.alloc(32)),
    storage: undefined as never,
    uploadLimitBytes: 0,
    metrics: createMetrics(),
    publicUrl: () => '',
    payments: undefined as never,
    sandboxBank: undefined,
    connectors: undefined as never,
    mailSetting: { kind: 'none' },
    rateLimitPerMinute: 0,
    apiKeyInQuery: true,
    bodyLimitBytes: 1024,
    trustProxy: false,
    web: true,
    logger: undefined,
    notReady: async () => undefined,
  })
  const found: Record<string, unknown> = {}
  for (const prefix of ['/v1', '/api/v2', '/api/portal'])
    found[prefix] = (await app.inject(`${prefix}/openapi.json`)).json()
  await app.close()
  return found
}

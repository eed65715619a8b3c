import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildApp, type AppDeps } from '../../server/app.ts'
import { listen } from '../../server/database/listen.ts'
import { ACCESS_CHANGED, accessCache } from '../../server/domain/access/access-cache.ts'
import { createApiKey } from '../../server/domain/access/create-api-key.ts'
import { createPartner, createPartnerKey, grantPartner } from '../../server/domain/access/partner.ts'
import { createCompany, type NewCompany } from '../../server/domain/companies/create-company.ts'
import { notedStorage } from '../../server/domain/documents/noted-storage.ts'
import { INBOX_CHANGED } from '../../server/domain/tickets/listen-to-inbox.ts'
import { encodeId } from '../../server/api/clubcollect/ids.ts'
import type { Actor, Company, Ctx } from '../../server/kernel/context.ts'
import { notices } from '../../server/kernel/notices.ts'
import type { Permission } from '../../server/kernel/permissions.ts'
import type { Storage } from '../../server/kernel/storage.ts'
import type { Clock } from '../../server/kernel/time.ts'
import { vault } from '../../server/kernel/vault.ts'
import type { PaymentProviders } from '../../server/domain/payments/provider.ts'
import { openOutbound } from '../../server/providers/outbound/outbound.ts'
import { connectors } from '../../server/providers/connectors.ts'
import { paymentProviders } from '../../server/providers/payments.ts'
import { createMetrics } from '../../server/metrics.ts'
import { diskStorage } from '../../server/storage/disk.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

/** Stands still until it is moved; each look moves it a millisecond, so that later things are later. */
export interface FakeClock extends Clock {
  set(instant: string): void
}

export function fakeClock(start = '2026-11-21T10:00:00Z'): FakeClock {
  let now = Date.parse(start)
  return {
    now: () => new Date(now++),
    set: (instant) => (now = Date.parse(instant)),
  }
}

/** What the tests seal secrets with. */
export const testVault = vault(Buffer.alloc(32, 7))

const operator: Actor = { kind: 'operator', id: 'cli', permissions: 'all' }

/** A tenant with a key for `/v1` and a partner's for `/api/v2`. */
export interface Tenant {
  company: Company
  /** As `/api/v2` shows it. */
  companyId: string
  /** `Authorization` for `/v1`, with every scope. */
  bearer: string
  partnerId: string
  /** `Authorization` for `/api/v2`. */
  apiKey: string
  storage: Storage
  payments: PaymentProviders
  /** Acts as the operator would. */
  ctx(): Ctx
}

export interface TestApp {
  app: FastifyInstance
  database: TestDatabase
  clock: FakeClock
  storage: Storage
  payments: PaymentProviders
  /** Where the storage has its files, if it is on disk. */
  folder: string
  tenant(input?: Partial<NewCompany>): Promise<Tenant>
  /** `Authorization` for `/v1` with some scopes only. */
  bearerWith(tenant: Tenant, scopes: (Permission | '*')[]): Promise<string>
  close(): Promise<void>
}

/** The real application on a real database of its own; only the clock is not. */
export async function startTestApp(options: Partial<AppDeps> = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const { sql } = database
  const clock = fakeClock()
  const folder = await mkdtemp(join(tmpdir(), 'balie-documents-'))
  const storage = options.storage ?? notedStorage(sql, diskStorage(folder))
  const access = accessCache(sql)
  const unfollow = await listen(database.url, ACCESS_CHANGED, access.clear)
  const inboxNotices = notices()
  const unfollowInbox = await listen(database.url, INBOX_CHANGED, inboxNotices.heard)
  const outbound = openOutbound({ allowPrivate: true })
  const publicUrl = options.publicUrl ?? (() => 'https://balie.example')
  const payments = paymentProviders({
    sql,
    vault: testVault,
    clock,
    publicUrl,
    sandboxAllowed: true,
  })
  const app = await buildApp({
    sql,
    access,
    inboxNotices,
    vault: testVault,
    outbound,
    clock,
    storage,
    uploadLimitBytes: 1_000_000,
    metrics: createMetrics(),
    publicUrl,
    payments,
    sandboxBank: payments.bank,
    connectors,
    mailSetting: { kind: 'catch' },
    rateLimitPerMinute: 0,
    apiKeyInQuery: true,
    bodyLimitBytes: 1_048_576,
    trustProxy: false,
    web: true,
    logger: undefined,
    notReady: async () => undefined,
    ...options,
  })
  await app.ready()
  let companies = 0

  async function tenant(input: Partial<NewCompany> = {}): Promise<Tenant> {
    companies += 1
    const company = await createCompany(sql, operator, clock.now(), {
      name: `Company ${companies}`,
      email: `company${companies}@example.com`,
      locale: 'en',
      ...input,
    })
    const ctx = (): Ctx => ({ sql, company, actor: operator, now: clock.now() })
    const { key } = await createApiKey(ctx(), 'test', ['*'])
    const partnerId = await createPartner(sql, clock.now(), `Partner ${companies}`)
    await grantPartner(ctx(), partnerId)
    const partnerKey = await createPartnerKey(sql, testVault, clock.now(), partnerId, 'test')
    return {
      company,
      companyId: encodeId(company.companyId, company.id),
      bearer: `Bearer ${key}`,
      partnerId,
      payments,
      apiKey: `ApiKey ${partnerKey.key}`,
      storage,
      ctx,
    }
  }

  return {
    app,
    database,
    clock,
    storage,
    folder,
    payments,
    tenant,
    bearerWith: async ({ ctx }, scopes) => `Bearer ${(await createApiKey(ctx(), 'scoped', scopes)).key}`,
    async close() {
      await app.close()
      await outbound.close()
      await unfollow()
      await unfollowInbox()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

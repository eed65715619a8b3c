import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { AccessCache } from '../domain/access/access-cache.ts'
import type { OpenBookkeeping } from '../domain/bookkeeping/register-payment.ts'
import type { PaymentProviders } from '../domain/payments/provider.ts'
import type { SandboxBank } from '../domain/payments/sandbox-bank.ts'
import type { SmsProviders } from '../domain/sms/provider.ts'
import type { Actor, Company, Ctx, Db, Tx } from '../kernel/context.ts'
import { notFound } from '../kernel/errors.ts'
import { allow, requireFeature, type Feature, type Permission } from '../kernel/permissions.ts'
import type { Notices } from '../kernel/notices.ts'
import type { Outbound } from '../kernel/outbound.ts'
import type { Storage } from '../kernel/storage.ts'
import type { Clock } from '../kernel/time.ts'
import type { Vault } from '../kernel/vault.ts'

/** What the APIs are built on. */
export interface Deps {
  sql: Db
  access: AccessCache
  /** That something changed in a company's inbox, from whichever process. */
  inboxNotices: Notices
  /** Opens what is stored sealed, where a contract shows it again. */
  vault: Vault
  /** To the software of companies. */
  outbound: Outbound
  clock: Clock
  storage: Storage
  /** The largest file that is taken, where an operation does not say otherwise. */
  uploadLimitBytes: number
  /** The address that links are made with; known once the server listens. */
  publicUrl(): string
  payments: PaymentProviders
  /** The built-in test bank, where this installation allows it. */
  sandboxBank: SandboxBank | undefined
  /** The services that companies connect themselves. */
  connectors: Connectors
  /** How mail leaves this installation, as its operator has set it; `from` is the address it comes from. */
  mailSetting: { kind: 'smtp' | 'catch' | 'none'; from?: string }
  /** Requests per key and minute; 0 = no limit. */
  rateLimitPerMinute: number
  apiKeyInQuery: boolean
}

/** What a company's own connections are made with. The addresses are not the company's to say. */
export interface Connectors {
  addresses: { mollie: string; moneybird: string; messagebird: string }
  bookkeeping: OpenBookkeeping
  sms: SmsProviders
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the caller must be allowed; checked before the body is looked at, and again by the verb. */
    permission?: Permission
    /** The part of the plan that the operation belongs to. */
    feature?: Feature
    /** What it answers holds a secret. */
    secret?: boolean
    /** Answers without a key. */
    open?: boolean
  }
  interface FastifyRequest {
    /** The transaction that the request runs in, where it does (api/idempotency.ts). */
    tx?: Tx
    /** The context of a request of one company; set by the API's authentication. */
    ctx: Ctx
  }
}

/** Where a request becomes a context. */
export const contextOf = (deps: Deps, request: FastifyRequest, company: Company, actor: Actor): Ctx => ({
  sql: request.tx ?? deps.sql,
  company,
  actor,
  now: deps.clock.now(),
})

/** Refuses what the route's own declaration refuses. Throws `forbidden`, `plan_lacks_feature`. */
export function checkRoute(request: FastifyRequest, ctx: Ctx): void {
  const { permission, feature } = request.routeOptions.config
  if (permission) allow(ctx.actor, permission)
  if (feature) requireFeature(ctx, feature)
}

/** The URL that names a thing of one kind: an id that cannot be one is a thing that is not there. */
export function idOr404<T>(decoded: T | undefined, thing: Parameters<typeof notFound>[0]): T {
  if (decoded === undefined) throw notFound(thing)
  return decoded
}

export type Api = FastifyInstance

import { setImmediate } from 'node:timers/promises'
import type { Sql, TransactionSql } from 'postgres'
import type { Feature, Permission } from './permissions.ts'

/** Values that postgres.js may carry beyond its defaults: none; dates travel as text, bigint as safe integers. */
export type Db = Sql<Record<string, never>>
export type Tx = TransactionSql<Record<string, never>>

/** The tenant of a request. */
export interface Company {
  companyId: number
  /** The UUID that the APIs' own ids are made of. */
  id: string
  name: string
  locale: Locale
  currency: string
  /** IANA name, e.g. `Europe/Amsterdam`. */
  timeZone: string
  features: ReadonlySet<Feature>
  look: Look
}

/** What is known of a logo without its bytes. */
export interface LogoFacts {
  /** Of the bytes. */
  hash: string
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  /** In pixels. */
  width: number
  height: number
}

/** What a company looks like to those who get its mails, pages and papers. What is not chosen is null. */
export interface Look {
  /** `#rrggbb`, of buttons and links. */
  accent: string | null
  /** `#rrggbb`, behind name and logo. */
  band: string | null
  logo: LogoFacts | null
}

export const plainLook: Look = { accent: null, band: null, logo: null }

export const locales = ['nl', 'en', 'de', 'fr', 'it'] as const
export type Locale = (typeof locales)[number]

/** How dates and amounts are written in it: English as Europe writes it, days before months. */
export const languageTag = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale)

type Permissions = 'all' | ReadonlySet<Permission>

/** Who acts. Every event names one. */
export type Actor =
  | { kind: 'api_key'; id: string; permissions: Permissions }
  | { kind: 'oauth_grant'; id: string; permissions: Permissions }
  /** Somebody at the consent page of OAuth, by the code that let them in. */
  | { kind: 'consent'; id: string; permissions: Permissions }
  | { kind: 'partner'; id: string; permissions: Permissions }
  | { kind: 'member'; id: string; permissions: Permissions }
  /** Whoever proved to read the mail of an address, in lower case; the id is their session's. */
  | { kind: 'customer'; id: string; email: string; permissions: Permissions }
  /** One of the company's staff. */
  | { kind: 'user'; id: string; permissions: Permissions }
  | { kind: 'operator'; id: 'cli'; permissions: 'all' }
  | { kind: 'system'; id: string; permissions: 'all' }

/**
 * What a verb needs to know of its caller. A verb that is one SQL statement is atomic by itself and takes this; what
 * writes in several statements takes a `Tx`, which only `transaction` makes.
 */
export interface Ctx {
  sql: Db | Tx
  company: Company
  actor: Actor
  /** The instant of the request, from the injected clock. */
  now: Date
}

/**
 * Runs several statements as one change. When the connection is lost on the way, so is the change, and nothing more may be
 * said on it, not even `rollback`: postgres.js 3.4.9 would write that to a socket that is gone, outside of any promise, which
 * ends the process (porsager/postgres#1208).
 */
export function transaction<T>(sql: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  let over: { reason: unknown } | undefined
  const end = (reason: unknown) => void (over ??= { reason })
  const change = sql.begin(async (tx) => {
    const guarded = new Proxy(tx as Tx, {
      apply(statement, _this, args) {
        if (over) throw over.reason
        return Reflect.apply(statement, undefined, args) as unknown
      },
    })
    try {
      const result = await work(guarded)
      if (over) throw over.reason
      return result
    } catch (error) {
      // The statement at hand hears of a lost connection first, the transaction in the same turn or the next.
      await setImmediate()
      await setImmediate()
      if (over) return new Promise<never>(() => {})
      throw error
    }
  }) as Promise<T>
  change.catch(end)
  return change
}

/** Runs several statements as one change: in the transaction that the request has already, or in one of their own. */
export function atomically<C extends Pick<Ctx, 'sql'>, T>(
  ctx: C,
  work: (ctx: C & { sql: Tx }) => Promise<T>,
): Promise<T> {
  const { sql } = ctx
  return 'savepoint' in sql ? work({ ...ctx, sql }) : transaction(sql, (tx) => work({ ...ctx, sql: tx }))
}

/** The actor as events keep it: `api_key:0198…`. */
export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`

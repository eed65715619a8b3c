import type { Company, Ctx, Db } from '../../kernel/context.ts'
import { companyOfLinkToken } from '../../kernel/link-token.ts'
import { hashOf } from '../access/key.ts'
import { findCompany } from '../companies/company.ts'

const DAY_MS = 24 * 3_600_000

/** A session that nobody used for so long is over, and in the end every one is. */
export const IDLE_MS = 30 * DAY_MS
export const LONGEST_MS = 180 * DAY_MS

/** How often it is written down that a session is in use. */
const TOUCH_MS = 3_600_000

/** Somebody who proved to read the mail of an address, at one company. */
export interface CustomerSession {
  id: string
  company: Company
  /** In lower case. */
  email: string
  /** Milliseconds since 1970. */
  createdAt: number
  lastSeenAt: number
}

/**
 * The session of a secret, unless it was ended; whoever asks must look whether it is over by now: it may be remembered for
 * a while.
 */
export async function findCustomerSession(sql: Db, token: string): Promise<CustomerSession | undefined> {
  const companyId = companyOfLinkToken(token)
  if (companyId === undefined) return undefined
  const [row] = await sql<Omit<CustomerSession, 'company'>[]>`
    select id, email, extract(epoch from created_at)::float8 * 1000 as "createdAt",
           extract(epoch from last_seen_at)::float8 * 1000 as "lastSeenAt"
      from customer_sessions where company_id = ${companyId} and hash = ${hashOf(token)} and ended_at is null`
  const company = row && (await findCompany(sql, companyId))
  return company && { ...row, company }
}

export const isCustomerSessionOver = ({ createdAt, lastSeenAt }: CustomerSession, now: Date): boolean =>
  now.getTime() >= lastSeenAt + IDLE_MS || now.getTime() >= createdAt + LONGEST_MS

/** Notes that the session is in use, now and then. */
export async function touchCustomerSession(sql: Db, now: Date, session: CustomerSession): Promise<void> {
  if (now.getTime() - session.lastSeenAt < TOUCH_MS) return
  session.lastSeenAt = now.getTime()
  await sql`
    update customer_sessions set last_seen_at = ${now}
     where company_id = ${session.company.companyId} and id = ${session.id} and ended_at is null`
}

/** Ends the session of who asks, in every process. */
// oxlint-disable-next-line house/ask-permission -- everybody may leave
export async function endCustomerSession(ctx: Ctx): Promise<void> {
  await ctx.sql`
    with ended as (
      update customer_sessions set ended_at = ${ctx.now}
       where company_id = ${ctx.company.companyId} and id = ${ctx.actor.id} and ended_at is null
    )
    select pg_notify('access_changed', '')`
}

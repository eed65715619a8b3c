import type { Company, Db, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { hashOf } from '../access/key.ts'
import { findCompany } from '../companies/company.ts'
import { hasSecondFactor } from './factors.ts'
import type { Role } from './role.ts'
import { isToken, newToken } from './token.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A session that nobody used for so long is over, and in the end every one is. */
export const IDLE_MS = 12 * HOUR_MS
export const LONGEST_MS = 14 * 24 * HOUR_MS

/** How often it is written down that a session is in use. */
const TOUCH_MS = 5 * MINUTE_MS

/** Somebody who has signed in, and whom they work for at the moment. */
export interface Session {
  id: string
  userId: string
  email: string
  name: string
  hasSecondFactor: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  lastSeenAt: number
  /** Undefined until a company is chosen. */
  at: { company: Company; membershipId: string; role: Role } | undefined
}

/** Whence a session begins. */
export interface Origin {
  address: string
  userAgent: string
}

/**
 * The session of a token, unless it was ended; whoever asks must look whether it is over by now (`isOver`): it may be
 * remembered for a while.
 */
export async function findSession(sql: Db, token: string): Promise<Session | undefined> {
  if (!isToken(token)) return undefined
  const [row] = await sql<
    (Omit<Session, 'at'> & { companyId: number | null; membershipId: string; role: Role })[]
  >`
    select s.id, u.id as "userId", u.email, u.name, ${hasSecondFactor(sql)} as "hasSecondFactor",
           extract(epoch from s.created_at)::float8 * 1000 as "createdAt",
           extract(epoch from s.last_seen_at)::float8 * 1000 as "lastSeenAt", m.company_id as "companyId",
           m.id as "membershipId", m.role
      from user_sessions s join users u on u.id = s.user_id
      left join memberships m on m.company_id = s.company_id and m.user_id = s.user_id
     where s.hash = ${hashOf(token)} and s.ended_at is null and u.disabled_at is null`
  if (!row) return undefined
  const { companyId, membershipId, role, ...session } = row
  const company = companyId === null ? undefined : await findCompany(sql, companyId)
  return { ...session, at: company && { company, membershipId, role } }
}

export const isOver = ({ createdAt, lastSeenAt }: Session, now: Date): boolean =>
  now.getTime() >= lastSeenAt + IDLE_MS || now.getTime() >= createdAt + LONGEST_MS

/** Notes that the session is in use, now and then. */
export async function touchSession(sql: Db, now: Date, session: Session): Promise<void> {
  if (now.getTime() - session.lastSeenAt < TOUCH_MS) return
  session.lastSeenAt = now.getTime()
  await sql`
    update user_sessions set last_seen_at = ${now}
     where id = ${session.id} and ended_at is null
       and last_seen_at < ${new Date(now.getTime() - TOUCH_MS / 2)}`
}

/**
 * Begins a session, in the company where the user worked last or else joined first; ends the one that it takes the place
 * of. Returns its secret, which is stored nowhere.
 */
export async function openSession(
  sql: Db | Tx,
  now: Date,
  userId: string,
  { address, userAgent }: Origin,
  replaced?: string,
): Promise<string> {
  const token = newToken()
  await sql`
    with company as (
      select m.company_id from memberships m
       where m.user_id = ${userId}
       order by (select max(s.last_seen_at) from user_sessions s
                  where s.user_id = m.user_id and s.company_id = m.company_id) desc nulls last, m.created_at, m.id
       limit 1
    ), replaced as (
      update user_sessions set ended_at = ${now}
       where hash = ${replaced === undefined ? null : hashOf(replaced)}::bytea and ended_at is null
    )
    insert into user_sessions (id, user_id, hash, company_id, created_at, last_seen_at, address, user_agent)
    values (${newId()}, ${userId}, ${hashOf(token)}, (select company_id from company), ${now}, ${now},
            ${address.slice(0, 100)}, ${userAgent.slice(0, 300)})`
  await sql`select pg_notify('access_changed', '')`
  return token
}

/** Ends one session of the user, in every process. False where there is none. */
export async function endSession(sql: Db, now: Date, userId: string, id: string): Promise<boolean> {
  const ended = await sql`
    with ended as (
      update user_sessions set ended_at = ${now}
       where id = ${id} and user_id = ${userId} and ended_at is null returning id
    )
    select pg_notify('access_changed', '') from ended`
  return ended.length > 0
}

/** Ends every session of the user, but for one, in every process. */
export async function endSessions(sql: Db | Tx, now: Date, userId: string, except?: string): Promise<void> {
  await sql`
    with ended as (
      update user_sessions set ended_at = ${now}
       where user_id = ${userId} and ended_at is null and id is distinct from ${except ?? null}::uuid
    )
    select pg_notify('access_changed', '')`
}

/** A session as its owner sees it. */
export interface SessionListing {
  id: string
  address: string
  userAgent: string
  createdAt: Instant
  lastSeenAt: Instant
}

/** The user's sessions that are not over, the last used first. */
export async function listSessions(sql: Db, now: Date, userId: string): Promise<SessionListing[]> {
  return sql<SessionListing[]>`
    select id, address, user_agent as "userAgent", created_at as "createdAt", last_seen_at as "lastSeenAt"
      from user_sessions
     where user_id = ${userId} and ended_at is null and last_seen_at > ${new Date(now.getTime() - IDLE_MS)}
       and created_at > ${new Date(now.getTime() - LONGEST_MS)}
     order by last_seen_at desc, id desc limit 100`
}

/** A company that the user works for. */
export interface Workplace {
  companyId: number
  id: string
  name: string
  role: Role
}

/** Where the user works, by name. */
export async function listWorkplaces(sql: Db, userId: string): Promise<Workplace[]> {
  return sql<Workplace[]>`
    select c.company_id as "companyId", c.id, c.name, m.role
      from memberships m join companies c on c.company_id = m.company_id
     where m.user_id = ${userId} order by lower(c.name), c.company_id`
}

/** Works for that company from now on. False where the user is none of its staff. */
export async function chooseCompany(sql: Db, session: Session, companyUuid: string): Promise<boolean> {
  const chosen = await sql`
    with chosen as (
      update user_sessions s set company_id = c.company_id
        from companies c join memberships m on m.company_id = c.company_id
       where s.id = ${session.id} and s.ended_at is null and c.id = ${companyUuid} and m.user_id = s.user_id
      returning s.id
    )
    select pg_notify('access_changed', '') from chosen`
  return chosen.length > 0
}

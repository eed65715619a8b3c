import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import type { Db } from '../../kernel/context.ts'
import { BalieError } from '../../kernel/errors.ts'

/** How many tries in how many minutes. */
interface Limit {
  tries: number
  minutes: number
}

/** An account is guessed at from many addresses, an address guesses at many accounts: both are counted. */
export const attemptLimits = {
  /** Passwords and codes of one account. */
  account: { tries: 10, minutes: 15 },
  /** The same from one network, whatever the account. */
  address: { tries: 100, minutes: 15 },
  /** Answers of one passkey: nobody guesses a signature, and who guesses at the password does not lock its owner out. */
  passkey: { tries: 30, minutes: 15 },
  /** Challenges for passkeys, of which every look at the page of the sign-in takes one. */
  challenge: { tries: 600, minutes: 15 },
  /** Mails that anybody can make us send to one address. */
  mail: { tries: 3, minutes: 60 },
} satisfies Record<string, Limit>

/** What is counted: the kind, and the e-mail address, passkey or network. */
export interface Attempt {
  kind: keyof typeof attemptLimits
  of: string
}

/** Whoever has an address of IPv6 has 2^64 of them. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv6'
    ? parsed.toNormalizedString().split(':').slice(0, 4).join(':')
    : parsed.toString()
}

const keyOf = ({ kind, of }: Attempt): Buffer =>
  createHash('sha256')
    .update(`${kind} ${kind === 'address' || kind === 'challenge' ? networkOf(of) : of.trim().toLowerCase()}`)
    .digest()

/**
 * Counts what is about to be tried, for all processes together; by a statement of its own, which no failure takes back.
 * Returns after how many seconds the next try is free, where there were too many.
 */
export async function countAttempts(sql: Db, now: Date, attempts: Attempt[]): Promise<number | undefined> {
  const rows = attempts
    .map((attempt) => ({
      key: keyOf(attempt).toString('hex'),
      limit: attemptLimits[attempt.kind].tries,
      ends: new Date(now.getTime() + attemptLimits[attempt.kind].minutes * 60_000).toISOString(),
    }))
    // In one order, or two who count the same would wait for each other.
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const counted = await sql<{ seconds: number }[]>`
    with given as (
      select decode(g.key, 'hex') as key, g."limit", g.ends
        from jsonb_to_recordset(${sql.json(rows)}::jsonb) as g (key text, "limit" integer, ends timestamptz)
    ), forgotten as (
      delete from staff_attempts where key in (
        select key from staff_attempts where window_ends_at < ${now} and key not in (select key from given)
         limit 20 for update skip locked)
    ), counted as (
      insert into staff_attempts as a (key, tries, window_ends_at)
      select key, 1, ends from given
      on conflict (key) do update
        set tries = case when a.window_ends_at <= ${now} then 1 else a.tries + 1 end,
            window_ends_at = case when a.window_ends_at <= ${now} then excluded.window_ends_at else a.window_ends_at end
      returning key, tries, window_ends_at
    )
    select ceil(extract(epoch from c.window_ends_at - ${now}::timestamptz))::float8 as seconds
      from counted c join given g on g.key = c.key where c.tries > g."limit"`
  return counted.length === 0 ? undefined : Math.max(...counted.map(({ seconds }) => seconds))
}

/** Counts, and throws `rate_limited` where there were too many. */
export async function limitAttempts(sql: Db, now: Date, attempts: Attempt[]): Promise<void> {
  const seconds = await countAttempts(sql, now, attempts)
  if (seconds !== undefined)
    throw new BalieError('rate_limited', '', 'That was tried too often. Please wait a while.', seconds)
}

/** Who proved to be somebody has not been guessing. */
export async function forgetAttempts(sql: Db, attempt: Attempt): Promise<void> {
  await sql`delete from staff_attempts where key = ${keyOf(attempt)}`
}

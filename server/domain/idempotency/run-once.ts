import { transaction, type Db, type Tx } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'

/** What a request was answered with. `body` is JSON, undefined where there was none. */
export interface Answer {
  status: number
  body: unknown
}

const LIFETIME_HOURS = 24

/**
 * Does what a request asks once, however often it comes: the change and the note of its answer are one transaction, so
 * that a crash leaves both or neither. The same key with the same request gets the first answer for 24 hours. What was
 * refused was not done, and may be tried again with the same key. Throws `in_progress` while the first is at work,
 * `invalid` for another request under the same key, and what `work` throws.
 */
export async function runOnce(
  request: { sql: Db; now: Date; actor: string; key: string; hash: Buffer },
  work: (sql: Tx) => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  const { actor, key, hash, now } = request
  return transaction(request.sql, async (sql) => {
    const [{ locked }] = await sql<[{ locked: boolean }]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`${actor} ${key}`}, 0)) as locked`
    if (!locked)
      throw new BalieError('in_progress', key, 'A request with this Idempotency-Key is being worked on.', 1)
    const [first] = await sql<{ hash: Uint8Array; status: number; body: unknown }[]>`
      select request_hash as hash, status, answer as body from idempotency_keys
       where actor = ${actor} and key = ${key} and created_at > ${oldest(now)}`
    if (first && !hash.equals(first.hash)) throw invalid('Idempotency-Key', 'was used for another request')
    if (first) return { status: first.status, body: first.body ?? undefined, replayed: true }
    const answer = await work(sql)
    await sql`
      with expired as (delete from idempotency_keys where actor = ${actor} and created_at <= ${oldest(now)} and key <> ${key})
      insert into idempotency_keys (actor, key, request_hash, status, answer, created_at)
      values (${actor}, ${key}, ${hash}, ${answer.status},
              ${answer.body === undefined ? null : JSON.stringify(answer.body)}::text::json, ${now})
      on conflict (actor, key) do update
        set request_hash = excluded.request_hash, status = excluded.status, answer = excluded.answer,
            created_at = excluded.created_at`
    return { ...answer, replayed: false }
  })
}

const oldest = (now: Date) => new Date(now.getTime() - LIFETIME_HOURS * 3_600_000)

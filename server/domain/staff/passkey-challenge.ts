import { randomBytes } from 'node:crypto'
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import type { Db } from '../../kernel/context.ts'
import { isToken } from './token.ts'

/** How long somebody may look for their phone. */
export const CHALLENGE_MINUTES = 5

/** What an authenticator is to sign; of that user who makes a passkey, or of whoever signs in. */
export async function newChallenge(sql: Db, now: Date, userId: string | null): Promise<Buffer<ArrayBuffer>> {
  const challenge = randomBytes(32)
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000)
  await sql`
    with forgotten as (
      delete from passkey_challenges where challenge in (
        select challenge from passkey_challenges where expires_at < ${now} limit 20 for update skip locked)
    )
    insert into passkey_challenges (challenge, user_id, expires_at) values (${challenge}, ${userId}, ${expiresAt})`
  return challenge
}

/** What the browser says was signed, if it has the form of a challenge of ours. */
function challengeOf(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = decodeClientDataJSON(clientDataJSON) as { challenge?: unknown }
    return typeof challenge === 'string' && isToken(challenge) ? challenge : undefined
  } catch {
    return undefined
  }
}

/**
 * Uses the challenge of an answer up, whatever the answer is worth; by a statement of its own, which no failure takes back.
 * Undefined where it is none of ours, was used, is over, or was another user's.
 */
export async function takeChallenge(
  sql: Db,
  now: Date,
  userId: string | null,
  clientDataJSON: string,
): Promise<string | undefined> {
  const challenge = challengeOf(clientDataJSON)
  if (challenge === undefined) return undefined
  const [taken] = await sql<{ good: boolean }[]>`
    delete from passkey_challenges where challenge = ${Buffer.from(challenge, 'base64url')}
    returning expires_at > ${now} and user_id is not distinct from ${userId}::uuid as good`
  return taken?.good ? challenge : undefined
}

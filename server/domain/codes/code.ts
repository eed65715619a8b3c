import { createHash, randomInt } from 'node:crypto'
import type { Ctx } from '../../kernel/context.ts'
import { BalieError, invalid } from '../../kernel/errors.ts'
import { sameBytes } from '../../kernel/link-token.ts'

export const MAX_ATTEMPTS = 5
const GAP_SECONDS = 60
/** With five attempts each: fifty guesses a day at a million codes. */
const MAX_A_DAY = 10

const hashOf = (id: string, digits: string) => createHash('sha256').update(`${id} ${digits}`).digest()

/** Six digits to send, and what is stored of them; `id` is the row's. */
export function newCode(id: string): { digits: string; hash: Buffer } {
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  return { digits, hash: hashOf(id, digits) }
}

/** Completes `select … from <codes of one person> where … and` to a row where another may be sent, else to none. Its column is `sent_at`. */
export const mayBeSent = ({ sql, now }: Ctx) => sql`
  sent_at > ${secondsBefore(now, 86_400)}
  having count(*) < ${MAX_A_DAY} and count(*) filter (where sent_at > ${secondsBefore(now, GAP_SECONDS)}) = 0`

const secondsBefore = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

/** None may be sent just now. */
export const tooManyCodes = (field: string) =>
  new BalieError(
    'rate_limited',
    field,
    `A code is sent once a minute, and at most ${MAX_A_DAY} times a day.`,
    GAP_SECONDS,
  )

/**
 * Whether what was entered is the code, in constant time. `sent` is undefined where no code is good (any more). Throws
 * `invalid`.
 */
export function checkCode(sent: { id: string; hash: Uint8Array } | undefined, given: string): void {
  if (!sent) throw invalid('code', 'is no longer valid: ask for a new one')
  if (!sameBytes(hashOf(sent.id, given.trim()), sent.hash))
    throw invalid('code', 'is not the one that was sent to you')
}

import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { atomically, type Ctx } from '../../kernel/context.ts'
import { BalieError, conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { Invitation } from './invitation.ts'

export const CODE_MINUTES = 15
const MAX_ATTEMPTS = 5
const GAP_SECONDS = 60
/** With five attempts each: fifty guesses a day at a million codes. */
const MAX_CODES_A_DAY = 10

const hashOf = (id: string, code: string) => createHash('sha256').update(`${id} ${code}`).digest()

/**
 * Mails a new code to the signer's address; those before are good no more. Returns until when it is. Throws `forbidden`,
 * `rate_limited` (one a minute, ten a day), `conflict` (who need not identify, or has signed).
 */
export async function sendSigningCode(ctx: Ctx, { agreement, signer }: Invitation): Promise<Instant> {
  allow(ctx.actor, 'agreements:write')
  if (signer.signedAt !== null || !signer.shouldIdentify)
    throw conflict('agreement_code_not_needed', 'No code is needed to sign this agreement.')
  const { companyId } = ctx.company
  const id = newId()
  const digits = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + CODE_MINUTES * 60_000)
  const dayAgo = new Date(ctx.now.getTime() - 86_400_000)
  const justNow = new Date(ctx.now.getTime() - GAP_SECONDS * 1000)
  const mail = {
    template: 'agreement-code',
    to: signer.email,
    locale: null,
    params: {
      name: `${signer.firstName} ${signer.lastName}`,
      title: agreement.name,
      code: digits,
      url: null,
    },
    about: { kind: 'agreement', id: agreement.id },
  } as const
  const sent = await atomically(ctx, async ({ sql }) => {
    // By itself: the count that comes after sees the codes that were sent while this one waited.
    await sql`select from agreement_signers where company_id = ${companyId} and id = ${signer.id} for update`
    const [code] = await sql<{ id: string }[]>`
      with code as (
        insert into agreement_codes (company_id, id, signer_id, hash, sent_at, expires_at)
        select ${companyId}::integer, ${id}::uuid, ${signer.id}::uuid, ${hashOf(id, digits)}, ${ctx.now}::timestamptz,
               ${expiresAt}::timestamptz
          from agreement_codes
         where company_id = ${companyId} and signer_id = ${signer.id} and sent_at > ${dayAgo}
        having count(*) < ${MAX_CODES_A_DAY} and count(*) filter (where sent_at > ${justNow}) = 0
        returning id
      ), mail as (${insertMail({ ...ctx, sql }, mail, sql`from code`)})
      select id from code`
    return code
  })
  if (!sent)
    throw new BalieError(
      'rate_limited',
      'code',
      `A code is sent once a minute, and at most ${MAX_CODES_A_DAY} times a day.`,
      GAP_SECONDS,
    )
  return expiresAt.toISOString()
}

/**
 * Whether the code is the newest one that was mailed. Every attempt counts, whatever becomes of the request: `ctx` must not be
 * in its transaction. Throws `forbidden`, `invalid`.
 */
export async function proveIdentity(
  ctx: Ctx,
  { signer }: Invitation,
  code: string | undefined,
): Promise<void> {
  allow(ctx.actor, 'agreements:write')
  if (code === undefined) throw invalid('code', 'is required: ask for one, it is mailed to you')
  const { companyId } = ctx.company
  const [newest] = await ctx.sql<{ id: string; hash: Uint8Array }[]>`
    update agreement_codes set attempts = attempts + 1
     where company_id = ${companyId}
       and id = (select id from agreement_codes where company_id = ${companyId} and signer_id = ${signer.id}
                  order by sent_at desc, id desc limit 1)
       and attempts < ${MAX_ATTEMPTS} and expires_at > ${ctx.now}
    returning id, hash`
  if (!newest) throw invalid('code', 'is no longer valid: ask for a new one')
  if (!timingSafeEqual(hashOf(newest.id, code.trim()), newest.hash))
    throw invalid('code', 'is not the one that was mailed to you')
}

import { atomically, type Ctx } from '../../kernel/context.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import type { Instant } from '../../kernel/time.ts'
import { checkCode, MAX_ATTEMPTS, mayBeSent, newCode, tooManyCodes } from '../codes/code.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { Invitation } from './invitation.ts'

export const CODE_MINUTES = 15

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
  const { digits, hash } = newCode(id)
  const expiresAt = new Date(ctx.now.getTime() + CODE_MINUTES * 60_000)
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
  const sent = await atomically(ctx, async (inside) => {
    const { sql } = inside
    // By itself: the count that comes after sees the codes that were sent while this one waited.
    await sql`select from agreement_signers where company_id = ${companyId} and id = ${signer.id} for update`
    const [code] = await sql<{ id: string }[]>`
      with code as (
        insert into agreement_codes (company_id, id, signer_id, hash, sent_at, expires_at)
        select ${companyId}::integer, ${id}::uuid, ${signer.id}::uuid, ${hash}, ${ctx.now}::timestamptz,
               ${expiresAt}::timestamptz
          from agreement_codes where company_id = ${companyId} and signer_id = ${signer.id} and ${mayBeSent(inside)}
        returning id
      ), mail as (${insertMail(inside, mail, sql`from code`)})
      select id from code`
    return code
  })
  if (!sent) throw tooManyCodes('code')
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
  checkCode(newest, code)
}

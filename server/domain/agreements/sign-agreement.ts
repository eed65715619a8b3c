import type { Ctx, Db } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { formatAtom } from '../../kernel/time.ts'
import { insertEvent } from '../events/event.ts'
import { proveIdentity } from './code.ts'
import { getInvitation, type Invitation } from './invitation.ts'
import { addSealAgreementJob } from './seal-job.ts'
import { signatureHash, type SignatureImage } from './signature.ts'

export interface Signing {
  signature: SignatureImage
  /** What was mailed to who should identify. */
  code: string | undefined
  ip: string
  userAgent: string | undefined
}

/**
 * Signs as the one whose link it is. The last signature seals the agreement: its row counts them, so that of several at once
 * exactly one is the last. `outside` is no transaction: attempts at a code count also when the request is refused.
 * Throws `forbidden`, `not_found`, `invalid` (the code), `conflict` (signed already).
 */
export async function signAgreement(
  ctx: Ctx,
  outside: Db,
  { agreementId, token }: { agreementId: string; token: string },
  signing: Signing,
): Promise<Invitation> {
  allow(ctx.actor, 'agreements:write')
  const invitation = await getInvitation(ctx, agreementId, token)
  const { signer } = invitation
  if (signer.signedAt !== null) throw signedAlready()
  if (signer.shouldIdentify) await proveIdentity({ ...ctx, sql: outside }, invitation, signing.code)
  const { companyId, timeZone } = ctx.company
  const { dataUrl } = signing.signature
  const hash = signatureHash(dataUrl, formatAtom(ctx.now.toISOString(), timeZone))
  const identifiedAt = signer.shouldIdentify ? ctx.now : null
  const [{ signed }] = await ctx.sql<[{ signed: number }]>`
    with agreement as (
      select company_id, id from agreements where company_id = ${companyId} and id = ${agreementId} for update
    ), signed as (
      update agreement_signers s
         set signature = ${dataUrl}, signature_hash = ${hash}, signed_at = ${ctx.now}, signed_ip = ${signing.ip},
             signed_user_agent = ${signing.userAgent ?? null}, identified_at = ${identifiedAt},
             signed_documents = (select jsonb_agg(jsonb_build_object('id', d.id, 'sha256', d.sha256) order by d.position)
                                   from agreement_documents d
                                  where d.company_id = s.company_id and d.agreement_id = s.agreement_id)
        from agreement a
       where s.company_id = a.company_id and s.agreement_id = a.id and s.id = ${signer.id} and s.signed_at is null
      returning s.company_id, s.agreement_id as id, null as before,
                jsonb_build_object('signerId', s.id, 'signatureHash', s.signature_hash) as after
    ), event as (${insertEvent(ctx, 'agreement.signed')} from signed),
    counted as (
      update agreements a
         set signature_count = a.signature_count + 1,
             signed_at = case when a.signature_count + 1 = a.signer_count then ${ctx.now}::timestamptz end
        from signed where a.company_id = signed.company_id and a.id = signed.id
      returning a.company_id, a.id, a.signed_at, null as before, jsonb_build_object('signedAt', a.signed_at) as after
    ), sealed as (select * from counted where signed_at is not null),
    sealed_event as (${insertEvent(ctx, 'agreement.sealed')} from sealed),
    job as (select ${addSealAgreementJob(ctx.sql)} from sealed)
    select count(*) as signed, (select count(*) from job) as jobs from counted`
  if (signed === 0) {
    // Another request was faster, or the agreement was withdrawn: then this one finds nothing.
    await getInvitation(ctx, agreementId, token)
    throw signedAlready()
  }
  return getInvitation(ctx, agreementId, token)
}

const signedAlready = () => conflict('agreement_signed_by_you', 'You have signed this agreement already.')

import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { insertEvent } from '../events/event.ts'
import { insertMail } from '../mails/insert-mail.ts'
import type { AgreementDetails } from './agreement.ts'
import { findAgreement } from './get-agreement.ts'
import { signingPath } from './link.ts'

/**
 * Mails an invited signer, who has not signed, the link once more. Throws `forbidden`, `not_found` (agreement, signer),
 * `conflict` (signed).
 */
export async function remindSigner(ctx: Ctx, id: string, signerId: string): Promise<AgreementDetails> {
  allow(ctx.actor, 'agreements:write')
  const agreement = await findAgreement(ctx, id)
  if (!agreement) throw notFound('agreement')
  const signer = agreement.signers.find((one) => one.id === signerId)
  if (!signer) throw notFound('agreement_signer')
  if (signer.signedAt !== null)
    throw conflict('agreement_signed_by_you', 'The agreement is signed by this signer already.')
  const mail = insertMail(
    ctx,
    {
      template: 'agreement-invitation',
      to: signer.email,
      locale: null,
      params: {
        name: `${signer.firstName} ${signer.lastName}`,
        title: agreement.name,
        url: signingPath(id, ''),
      },
      paramsOfRow: ctx.sql`jsonb_build_object('url', ${signingPath(id, '')}::text || link_token)`,
      about: { kind: 'agreement', id },
    },
    ctx.sql`from waiting`,
  )
  const [reminded] = await ctx.sql<{ id: string }[]>`
    with waiting as (
      select company_id, agreement_id as id, link_token, null as before,
             jsonb_build_object('signerId', id) as after
        from agreement_signers
       where company_id = ${ctx.company.companyId} and agreement_id = ${id} and id = ${signerId} and signed_at is null
         for share
    ), event as (${insertEvent(ctx, 'agreement.reminded')} from waiting), mail as (${mail})
    select id from waiting`
  // Signed or withdrawn since the look.
  return reminded ? agreement : remindSigner(ctx, id, signerId)
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { sameSecret } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import type { AgreementDetails, AgreementSigner } from './agreement.ts'
import { detailsColumns } from './columns.ts'

/** An agreement and the one of its signers who looks at it. */
export interface Invitation {
  agreement: AgreementDetails
  signer: AgreementSigner
}

/** What a signer's link opens. A wrong token is answered like a missing agreement. Throws `forbidden`, `not_found`. */
export async function getInvitation(ctx: Ctx, agreementId: string, token: string): Promise<Invitation> {
  allow(ctx.actor, 'agreements:read')
  const [row] = await ctx.sql<(AgreementDetails & { tokens: Record<string, string> })[]>`
    select ${detailsColumns(ctx)},
           (select json_object_agg(s.id, s.link_token) from agreement_signers s
             where s.company_id = a.company_id and s.agreement_id = a.id) as tokens
      from agreements a where a.company_id = ${ctx.company.companyId} and a.id = ${agreementId}`
  if (!row) throw notFound('agreement')
  const { tokens, ...agreement } = row
  const signer = agreement.signers.find(({ id }) => sameSecret(token, tokens[id]!))
  if (!signer) throw notFound('agreement')
  return { agreement, signer }
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import type { AgreementDetails } from './agreement.ts'
import { detailsColumns } from './columns.ts'

/** One agreement of the company. Throws `forbidden`, `not_found`. */
export async function getAgreement(ctx: Ctx, id: string): Promise<AgreementDetails> {
  allow(ctx.actor, 'agreements:read')
  const agreement = await findAgreement(ctx, id)
  if (!agreement) throw notFound('agreement')
  return agreement
}

/** The same for verbs that have asked for another permission already. */
// oxlint-disable-next-line house/ask-permission -- its callers have asked for their own permission
export async function findAgreement(ctx: Ctx, id: string): Promise<AgreementDetails | undefined> {
  const [agreement] = await ctx.sql<AgreementDetails[]>`
    select ${detailsColumns(ctx)} from agreements a where a.company_id = ${ctx.company.companyId} and a.id = ${id}`
  return agreement
}

import type { Ctx } from '../../kernel/context.ts'
import { notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'

/**
 * The stored document behind one of the agreement's: once it is sealed the sealed one, until then the one that was
 * uploaded. Throws `forbidden`, `not_found`.
 */
export async function getAgreementDocument(ctx: Ctx, agreementId: string, id: string): Promise<string> {
  allow(ctx.actor, 'agreements:read')
  const [document] = await ctx.sql<{ documentId: string }[]>`
    select coalesce(sealed_document_id, document_id) as "documentId" from agreement_documents
     where company_id = ${ctx.company.companyId} and id = ${id} and agreement_id = ${agreementId}`
  if (!document) throw notFound('agreement_document')
  return document.documentId
}

import type { Ctx } from '../../kernel/context.ts'
import { conflict, notFound } from '../../kernel/errors.ts'
import { allow } from '../../kernel/permissions.ts'
import { deletingDocuments } from '../documents/delete-documents.ts'
import { insertEvent } from '../events/event.ts'
import type { AgreementDetails } from './agreement.ts'
import { detailsColumns } from './columns.ts'
import { findAgreement } from './get-agreement.ts'

/**
 * Withdraws an agreement that none of the invited has signed, with its documents; their links open nothing any more. Returns
 * the agreement as it was. Throws `forbidden`, `not_found`, `conflict` (somebody has signed).
 */
export async function deleteAgreement(ctx: Ctx, id: string): Promise<AgreementDetails> {
  allow(ctx.actor, 'agreements:write')
  const [agreement] = await ctx.sql<AgreementDetails[]>`
    with a as (
      select * from agreements where company_id = ${ctx.company.companyId} and id = ${id} and signature_count = 0 for update
    ), old as (
      select a.company_id, ${detailsColumns(ctx)} from a
    ), gone as (
      delete from agreements using old where agreements.company_id = old.company_id and agreements.id = old.id
      returning old.company_id, old.id, old."signedAt",
                to_jsonb(old) - 'company_id' - 'signerSignature' as before, null as after
    ), event as (${insertEvent(ctx, 'agreement.deleted')} from gone),
    theirs as (
      select d.document_id from gone join agreement_documents d on d.company_id = gone.company_id and d.agreement_id = gone.id
    ), ${deletingDocuments(ctx, 'theirs')}
    select * from old`
  if (agreement) return withoutCompany(agreement)
  if (!(await findAgreement(ctx, id))) throw notFound('agreement')
  throw conflict('agreement_signed', 'The agreement has been signed by someone and is kept.')
}

function withoutCompany(row: AgreementDetails): AgreementDetails {
  const { company_id: _companyId, ...agreement } = row as AgreementDetails & { company_id: number }
  return agreement
}

import type { Ctx } from '../../kernel/context.ts'

/** The columns of an `Agreement`, of the row `a`. */
export const agreementColumns = (ctx: Ctx) => ctx.sql`
  a.id, a.name, a.signer_name as "signerName", a.signed_at as "signedAt",
  a.signer_count as "signerCount", a.signature_count as "signatureCount", a.created_at as "createdAt"`

/** The columns of an `AgreementDetails`, of the row `a`. */
export const detailsColumns = (ctx: Ctx) => ctx.sql`
  ${agreementColumns(ctx)}, a.signer_signature as "signerSignature", a.signer_signature_hash as "signerSignatureHash",
  (select json_agg(json_build_object('id', s.id, 'firstName', s.first_name, 'lastName', s.last_name, 'email', s.email,
            'shouldIdentify', s.should_identify, 'signature', s.signature, 'signatureHash', s.signature_hash,
            'signedAt', s.signed_at) order by s.position)
     from agreement_signers s where s.company_id = a.company_id and s.agreement_id = a.id) as signers,
  (select json_agg(json_build_object('id', d.id, 'name', d.name, 'sizeBytes', d.size_bytes, 'sha256', d.sha256)
                   order by d.position)
     from agreement_documents d where d.company_id = a.company_id and d.agreement_id = a.id) as documents`

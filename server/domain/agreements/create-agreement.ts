import { buffer } from 'node:stream/consumers'
import { atomically, type Ctx } from '../../kernel/context.ts'
import { invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { newLinkToken } from '../../kernel/link-token.ts'
import { allow } from '../../kernel/permissions.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'
import { formatAtom } from '../../kernel/time.ts'
import { claimUpload } from '../documents/claim-upload.ts'
import type { Upload } from '../documents/upload.ts'
import { insertEvent } from '../events/event.ts'
import { queueMail } from '../mails/queue-mail.ts'
import {
  MAX_DOCUMENTS_BYTES,
  type AgreementDetails,
  type AgreementDocument,
  type AgreementSigner,
} from './agreement.ts'
import { checkPdf } from './check-pdf.ts'
import { signingPath } from './link.ts'
import { signatureHash, type SignatureImage } from './signature.ts'

export interface NewAgreement {
  name: string
  signerName: string
  signature: SignatureImage
  /** At least one. */
  signers: Pick<AgreementSigner, 'firstName' | 'lastName' | 'email' | 'shouldIdentify'>[]
  /** At least one. */
  documents: Upload[]
}

/**
 * Makes an agreement that the company has signed, and invites the others to sign it: each gets a link of their own by
 * mail. Throws `forbidden`, `invalid` (documents that are too large together, or that cannot be sealed later).
 */
export async function createAgreement(
  ctx: Ctx,
  storage: Storage,
  input: NewAgreement,
): Promise<AgreementDetails> {
  allow(ctx.actor, 'agreements:write')
  await checkDocuments(ctx, storage, input.documents)
  const id = newId()
  const { name, signerName, signature } = input
  const signers = input.signers.map((signer, position) => ({
    ...signer,
    id: newId(),
    position,
    token: newLinkToken(ctx.company.companyId),
  }))
  const documents = input.documents.map((upload): AgreementDocument => ({
    id: newId(),
    name: upload.name,
    sizeBytes: upload.sizeBytes,
    sha256: upload.sha256Hex,
  }))
  const createdAt = ctx.now.toISOString()
  const hash = signatureHash(signature.dataUrl, formatAtom(createdAt, ctx.company.timeZone))
  await atomically(ctx, async (tx) => {
    await Promise.all(input.documents.map((upload) => claimUpload(tx, upload, 'agreement')))
    const rows = documents.map((document, position) => ({
      ...document,
      position,
      documentId: input.documents[position]!.id,
    }))
    await tx.sql`
      with made as (
        insert into agreements (company_id, id, name, signer_name, signer_signature, signer_signature_hash, signer_count,
                                created_at)
        values (${ctx.company.companyId}, ${id}, ${name}, ${signerName}, ${signature.dataUrl}, ${hash}, ${signers.length},
                ${ctx.now})
        returning company_id, id, null as before,
                  jsonb_build_object('name', name, 'signers', signer_count, 'documents', ${documents.length}::integer) as after
      ), event as (${insertEvent(tx, 'agreement.created')} from made),
      invited as (
        insert into agreement_signers (company_id, id, agreement_id, position, first_name, last_name, email,
                                       should_identify, link_token)
        select made.company_id, s.id, made.id, s.position, s."firstName", s."lastName", s.email, s."shouldIdentify", s.token
          from made, jsonb_to_recordset(${tx.sql.json(signers)}::jsonb)
            as s (id uuid, position smallint, "firstName" text, "lastName" text, email text, "shouldIdentify" boolean,
                  token text)
      )
      insert into agreement_documents (company_id, id, agreement_id, position, name, size_bytes, sha256, document_id)
      select made.company_id, d.id, made.id, d.position, d.name, d."sizeBytes", d.sha256, d."documentId"
        from made, jsonb_to_recordset(${tx.sql.json(rows)}::jsonb)
          as d (id uuid, position smallint, name text, "sizeBytes" integer, sha256 text, "documentId" uuid)`
    await Promise.all(
      signers.map((signer) =>
        queueMail(tx, {
          template: 'agreement-invitation',
          to: signer.email,
          locale: null,
          params: {
            name: `${signer.firstName} ${signer.lastName}`,
            title: name,
            url: signingPath(id, signer.token),
          },
          about: { kind: 'agreement', id },
        }),
      ),
    )
  })
  return {
    id,
    name,
    signerName,
    signerSignature: signature.dataUrl,
    signerSignatureHash: hash,
    signedAt: null,
    signerCount: signers.length,
    signatureCount: 0,
    createdAt,
    signers: signers.map(({ token: _token, position: _position, ...signer }) => ({
      ...signer,
      signature: null,
      signatureHash: null,
      signedAt: null,
    })),
    documents,
  }
}

async function checkDocuments(ctx: Ctx, storage: Storage, documents: Upload[]): Promise<void> {
  if (documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > MAX_DOCUMENTS_BYTES)
    throw invalid('documents', `must be at most ${MAX_DOCUMENTS_BYTES / 1024 / 1024} MB together`)
  for (const [index, { id }] of documents.entries()) {
    const bytes = await buffer(await storage.get(storageKey(ctx.company.companyId, id)))
    await checkPdf(bytes, `documents[${index}]`)
  }
}

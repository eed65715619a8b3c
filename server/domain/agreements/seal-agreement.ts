import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { atomically, type Ctx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { allow } from '../../kernel/permissions.ts'
import { storageKey, type Storage } from '../../kernel/storage.ts'
import { formatAtom, type Instant } from '../../kernel/time.ts'
import { claimUpload } from '../documents/claim-upload.ts'
import { Upload } from '../documents/upload.ts'
import { companyAddress } from '../mails/insert-mail.ts'
import { queueMail } from '../mails/queue-mail.ts'
import type { Audit } from './audit-page.ts'
import { auditWords } from './audit-words.ts'
import { signingPath } from './link.ts'
import { sealPdf } from './seal-pdf.ts'

interface Signed {
  name: string
  signedAt: Instant
  createdAt: Instant
  signerName: string
  signerSignature: string
  signerSignatureHash: string
  signers: {
    firstName: string
    lastName: string
    email: string
    token: string
    signature: string
    signatureHash: string
    signedAt: Instant
    ip: string
    userAgent: string | null
    identified: boolean
  }[]
  /** Those that are not sealed yet; null where none is left. */
  documents: { id: string; documentId: string; name: string; sha256: string }[] | null
}

const LIMIT_BYTES = 100 * 1024 * 1024

/**
 * Makes the sealed documents of a signed agreement: each with the page about its signatures. A document and that it is the
 * sealed one are one transaction, so a process that dies leaves nothing half done, and the next attempt goes on where it
 * was. With the last document everybody gets word. Returns how many were made. Throws `forbidden`, `unavailable`.
 */
export async function sealAgreement(ctx: Ctx, storage: Storage, agreementId: string): Promise<number> {
  allow(ctx.actor, 'agreements:write')
  const signed = await findSigned(ctx, agreementId)
  let made = 0
  for (const document of signed?.documents ?? []) {
    const original = await buffer(await storage.get(storageKey(ctx.company.companyId, document.documentId)))
    if (createHash('sha256').update(original).digest('hex') !== document.sha256)
      throw new Error('the stored document is not the one that was signed')
    const bytes = await sealPdf(original, auditOf(ctx, signed!, document))
    const id = newId()
    const stored = await storage.put(
      storageKey(ctx.company.companyId, id),
      Readable.from([Buffer.from(bytes)], { objectMode: false }),
      { limitBytes: LIMIT_BYTES },
    )
    const upload = new Upload({ id, name: document.name, mime: 'application/pdf', ...stored })
    if (await keepSealed(ctx, agreementId, signed!, document.id, upload)) made += 1
  }
  return made
}

async function findSigned(ctx: Ctx, agreementId: string): Promise<Signed | undefined> {
  const [signed] = await ctx.sql<Signed[]>`
    select a.name, a.signed_at as "signedAt", a.created_at as "createdAt", a.signer_name as "signerName",
           a.signer_signature as "signerSignature", a.signer_signature_hash as "signerSignatureHash",
           (select json_agg(json_build_object('firstName', s.first_name, 'lastName', s.last_name, 'email', s.email,
                     'token', s.link_token, 'signature', s.signature, 'signatureHash', s.signature_hash,
                     'signedAt', s.signed_at, 'ip', s.signed_ip, 'userAgent', s.signed_user_agent,
                     'identified', s.identified_at is not null) order by s.signed_at, s.position)
              from agreement_signers s where s.company_id = a.company_id and s.agreement_id = a.id) as signers,
           (select json_agg(json_build_object('id', d.id, 'documentId', d.document_id, 'name', d.name, 'sha256', d.sha256)
                            order by d.position)
              from agreement_documents d
             where d.company_id = a.company_id and d.agreement_id = a.id and d.sealed_document_id is null) as documents
      from agreements a
     where a.company_id = ${ctx.company.companyId} and a.id = ${agreementId} and a.signed_at is not null`
  return signed
}

/** Undefined where another attempt was faster: the upload that nobody claims is swept away. */
async function keepSealed(
  ctx: Ctx,
  agreementId: string,
  signed: Signed,
  documentId: string,
  upload: Upload,
): Promise<boolean> {
  const { companyId } = ctx.company
  return atomically(ctx, async (tx) => {
    // By itself: what comes after sees what others did while this one waited.
    await tx.sql`select from agreements where company_id = ${companyId} and id = ${agreementId} for update`
    const [{ left, open }] = await tx.sql<[{ left: number; open: boolean }]>`
      select count(*) as left, coalesce(bool_or(id = ${documentId}), false) as open from agreement_documents
       where company_id = ${companyId} and agreement_id = ${agreementId} and sealed_document_id is null`
    if (!open) return false
    await claimUpload(tx, upload, 'agreement')
    await tx.sql`
      update agreement_documents set sealed_document_id = ${upload.id} where company_id = ${companyId} and id = ${documentId}`
    if (left === 1) await tellAll(tx, agreementId, signed)
    return true
  })
}

async function tellAll(ctx: Ctx, agreementId: string, { name: title, signers }: Signed): Promise<void> {
  const about = { kind: 'agreement', id: agreementId }
  const template = 'agreement-signed'
  for (const { firstName, lastName, email: to, token } of signers) {
    const params = { name: `${firstName} ${lastName}`, title, url: signingPath(agreementId, token) }
    await queueMail(ctx, { template, to, locale: null, params, about })
  }
  const params = { name: '', title, url: null }
  await queueMail(ctx, { template, to: companyAddress(ctx), locale: null, params, about })
}

function auditOf(ctx: Ctx, signed: Signed, document: { name: string; sha256: string }): Audit {
  const { company } = ctx
  const words = auditWords[company.locale]
  const atom = (instant: Instant) => formatAtom(instant, company.timeZone)
  return {
    agreementName: signed.name,
    documentName: document.name,
    documentSha256: document.sha256,
    sealedAt: atom(signed.signedAt),
    words,
    signatures: [
      {
        who: `${signed.signerName}, ${words.forCompany} ${company.name}`,
        email: undefined,
        signature: signed.signerSignature,
        signatureHash: signed.signerSignatureHash,
        signedAt: atom(signed.createdAt),
        ip: undefined,
        userAgent: undefined,
        identified: false,
      },
      ...signed.signers.map((signer) => ({
        ...signer,
        who: `${signer.firstName} ${signer.lastName}`,
        userAgent: signer.userAgent ?? undefined,
        signedAt: atom(signer.signedAt),
      })),
    ],
  }
}

import { statusOf, type Agreement, type AgreementDetails } from '../../../domain/agreements/agreement.ts'
import type { Ctx } from '../../../kernel/context.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeId } from '../ids.ts'

export const presentAgreement = (agreement: Agreement, { company }: Ctx) => ({
  id: encodeId('agreement', agreement.id),
  name: agreement.name,
  status: statusOf(agreement),
  signerName: agreement.signerName,
  signerCount: agreement.signerCount,
  signatureCount: agreement.signatureCount,
  createdAt: formatAtom(agreement.createdAt, company.timeZone),
})

export function presentAgreementDetails(agreement: AgreementDetails, { company }: Ctx) {
  const atom = (instant: Instant) => formatAtom(instant, company.timeZone)
  return {
    id: encodeId('agreement', agreement.id),
    name: agreement.name,
    status: statusOf(agreement),
    signerName: agreement.signerName,
    signerSignature: agreement.signerSignature,
    signerSignatureHash: agreement.signerSignatureHash,
    signers: agreement.signers.map((signer) => ({
      id: encodeId('agreementSigner', signer.id),
      firstName: signer.firstName,
      lastName: signer.lastName,
      email: signer.email,
      shouldIdentify: signer.shouldIdentify,
      signature: signer.signature,
      signatureHash: signer.signatureHash,
      signedAt: signer.signedAt === null ? null : atom(signer.signedAt),
    })),
    documents: agreement.documents.map((document) => ({
      id: encodeId('agreementDocument', document.id),
      documentName: document.name,
      fileSize: document.sizeBytes,
      fileHash: document.sha256,
    })),
    createdAt: atom(agreement.createdAt),
  }
}

import { statusOf } from '../../../domain/agreements/agreement.ts'
import type { Invitation } from '../../../domain/agreements/invitation.ts'
import type { Company } from '../../../kernel/context.ts'
import { formatAtom, type Instant } from '../../../kernel/time.ts'
import { encodeUuid } from '../../../kernel/base32.ts'

/** Of the others only their names and when they signed. */
export function presentAgreementToSign({ agreement, signer }: Invitation, company: Company) {
  const atom = (instant: Instant | null) => (instant === null ? null : formatAtom(instant, company.timeZone))
  return {
    id: `agr_${encodeUuid(agreement.id)}`,
    company: { name: company.name },
    name: agreement.name,
    locale: company.locale,
    status: statusOf(agreement),
    createdAt: formatAtom(agreement.createdAt, company.timeZone),
    you: {
      firstName: signer.firstName,
      lastName: signer.lastName,
      email: signer.email,
      shouldIdentify: signer.shouldIdentify,
      signedAt: atom(signer.signedAt),
      signatureHash: signer.signatureHash,
    },
    signatures: [
      { name: agreement.signerName, signedAt: atom(agreement.createdAt) },
      ...agreement.signers.map(({ firstName, lastName, signedAt }) => ({
        name: `${firstName} ${lastName}`,
        signedAt: atom(signedAt),
      })),
    ],
    documents: agreement.documents.map(({ id, name, sizeBytes, sha256 }) => ({
      id: `agd_${encodeUuid(id)}`,
      documentName: name,
      fileSize: sizeBytes,
      fileHash: sha256,
    })),
  }
}

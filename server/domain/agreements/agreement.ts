import type { Instant } from '../../kernel/time.ts'

export const MAX_SIGNERS = 5
export const MAX_DOCUMENTS = 5
/** Of all documents of an agreement together. */
export const MAX_DOCUMENTS_BYTES = 5 * 1024 * 1024

/** As lists show it. */
export interface Agreement {
  id: string
  name: string
  /** Who signed for the company. */
  signerName: string
  /** When the last of the invited signed: sealed since. */
  signedAt: Instant | null
  /** How many were invited, and how many of them have signed. */
  signerCount: number
  signatureCount: number
  createdAt: Instant
}

export interface AgreementSigner {
  id: string
  firstName: string
  lastName: string
  email: string
  /** Signs with a code that is mailed to the address. */
  shouldIdentify: boolean
  /** A data URL; null until signed, like what follows. */
  signature: string | null
  signatureHash: string | null
  signedAt: Instant | null
}

export interface AgreementDocument {
  id: string
  name: string
  sizeBytes: number
  /** SHA-256 in hex, of the document as it was uploaded. */
  sha256: string
}

export interface AgreementDetails extends Agreement {
  /** Of the company: a data URL. */
  signerSignature: string
  signerSignatureHash: string
  /** In the order of the invitation. */
  signers: AgreementSigner[]
  /** In the order of the upload. */
  documents: AgreementDocument[]
}

export const statusOf = ({ signedAt }: Pick<Agreement, 'signedAt'>): 'sent' | 'signed' =>
  signedAt === null ? 'sent' : 'signed'

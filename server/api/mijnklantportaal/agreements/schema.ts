import Type from 'typebox'
import { MAX_DOCUMENTS, MAX_DOCUMENTS_BYTES, MAX_SIGNERS } from '../../../domain/agreements/agreement.ts'
import { fileField } from '../../file-field.ts'
import { pageQuery } from '../paging.ts'

const nullable = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })

const hash = 'PwZVOc2K'.repeat(8)
const picture = 'data:image/png;base64,iVBORw0KGgo...'

const head = {
  id: Type.String({ description: 'Starts with `agr_`.', examples: ['agr_abc12346def678'] }),
  name: Type.String({ examples: ['Service contract'] }),
  status: Type.Enum(['sent', 'signed'], {
    description: '`signed` once everybody who was invited has signed.',
    examples: ['sent'],
  }),
  signerName: Type.String({ description: 'Who signed for the company.', examples: ['John Doe'] }),
}
const createdAt = Type.String({ description: 'ATOM.', examples: ['2025-09-13T17:23:14+02:00'] })

export const agreement = Type.Object(
  {
    ...head,
    signerCount: Type.Integer({ description: 'How many were invited to sign (extension).', examples: [2] }),
    signatureCount: Type.Integer({ description: 'How many of them have signed (extension).', examples: [1] }),
    createdAt,
  },
  { $id: 'Agreement', description: 'An agreement, as lists show it.' },
)

export const agreementWithDetails = Type.Object(
  {
    ...head,
    signerSignature: Type.String({ description: 'The signature as a data URL.', examples: [picture] }),
    signerSignatureHash: Type.String({
      description: 'SHA-256, in hex, of `signerSignature` followed by `createdAt`.',
      examples: [hash],
    }),
    signers: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Starts with `ags_`.', examples: ['ags_abc12345def678'] }),
        firstName: Type.String({ examples: ['Dirk Jan'] }),
        lastName: Type.String({ examples: ['Bakker'] }),
        email: Type.String({ examples: ['dj.bakker@domain.com'] }),
        shouldIdentify: Type.Boolean({
          description: 'Signs with a code that is mailed to the address.',
          examples: [true],
        }),
        signature: nullable('A data URL; null until signed.', picture),
        signatureHash: nullable('SHA-256, in hex, of `signature` followed by `signedAt`.', hash),
        signedAt: nullable('ATOM; null until signed.', '2025-09-14T09:12:45+02:00'),
      }),
    ),
    documents: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Starts with `agd_`.', examples: ['agd_abc12345def678'] }),
        documentName: Type.String({ examples: ['Contract version_2.pdf'] }),
        fileSize: Type.Integer({ description: 'In bytes, as uploaded.', examples: [512] }),
        fileHash: Type.String({
          description: 'SHA-256, in hex, of the document as uploaded.',
          examples: [hash],
        }),
      }),
    ),
    createdAt,
  },
  { $id: 'AgreementWithDetails', description: 'An agreement with its signers and documents.' },
)

export const agreementQuery = Type.Object({
  ...pageQuery.properties,
  status: Type.Optional(Type.Enum(['sent', 'signed'], { description: 'In this status (extension).' })),
  signerEmail: Type.Optional(
    Type.String({
      maxLength: 254,
      description: 'Which somebody with this address was invited to sign (extension).',
    }),
  ),
})

const name = (description: string, example: string) =>
  Type.String({ minLength: 1, maxLength: 200, description, examples: [example] })

export const newAgreement = Type.Object({
  name: name('What it is called.', 'Service contract'),
  signerName: name('Who signs for the company.', 'John Doe'),
  signerSignatureData: Type.String({
    minLength: 1,
    description: 'The signature for the company: a data URL of a PNG or JPEG of at most 256 KB.',
    examples: [picture],
  }),
  signers: Type.Array(
    Type.Object(
      {
        firstName: name('', 'Dirk Jan'),
        lastName: name('', 'Bakker'),
        email: Type.String({ format: 'email', maxLength: 254, examples: ['dj.bakker@domain.com'] }),
        shouldIdentify: Type.Optional(
          Type.Boolean({
            default: false,
            description: 'Signs with a code that is mailed to the address.',
          }),
        ),
      },
      {
        examples: [
          { firstName: 'Dirk Jan', lastName: 'Bakker', email: 'dj.bakker@domain.com', shouldIdentify: true },
        ],
      },
    ),
    { minItems: 1, maxItems: MAX_SIGNERS, description: 'Who is invited to sign.' },
  ),
  documents: Type.Array(
    fileField('A PDF without a password.', {
      types: ['application/pdf'],
      maxBytes: MAX_DOCUMENTS_BYTES,
    }),
    {
      minItems: 1,
      maxItems: MAX_DOCUMENTS,
      description: 'At most 5 MB together.',
      examples: [['@example-file']],
    },
  ),
})

import Type from 'typebox'

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

export const agreementToSign = Type.Object(
  {
    id: Type.String({ examples: ['agr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    company: Type.Object({ name: Type.String() }),
    name: Type.String({ examples: ['Service contract'] }),
    locale: Type.String({ description: 'nl, en, de, fr or it.' }),
    status: Type.Enum(['sent', 'signed'], { description: '`signed` once everybody has.' }),
    createdAt: Type.String({ description: 'ATOM.' }),
    you: Type.Object(
      {
        firstName: Type.String(),
        lastName: Type.String(),
        email: Type.String(),
        shouldIdentify: Type.Boolean({
          description: 'Signing takes a code that is mailed to the address.',
        }),
        signedAt: nullable('ATOM; null until you have signed.'),
        signatureHash: nullable('SHA-256, in hex, of the signature followed by `signedAt`.'),
      },
      { description: 'Whose link this is.' },
    ),
    signatures: Type.Array(
      Type.Object({
        name: Type.String(),
        signedAt: nullable('ATOM; null for those who have not signed yet.'),
      }),
      { description: 'Everybody who signs; the first signed for the company.' },
    ),
    documents: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['agd_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        documentName: Type.String({ examples: ['Contract version_2.pdf'] }),
        fileSize: Type.Integer({ description: 'In bytes, as uploaded.' }),
        fileHash: Type.String({ description: 'SHA-256, in hex, of the document as uploaded.' }),
      }),
    ),
  },
  { $id: 'AgreementToSign', description: 'An agreement as one of its signers sees it.' },
)

export const signing = Type.Object({
  signature: Type.String({
    minLength: 1,
    description: 'A data URL of a PNG or JPEG of at most 256 KB.',
    examples: ['data:image/png;base64,iVBORw0KGgo...'],
  }),
  code: Type.Optional(
    Type.String({
      maxLength: 20,
      description: 'The code that was mailed, where `shouldIdentify` is true.',
      examples: ['042137'],
    }),
  ),
})

export const codeSent = Type.Object({
  sentTo: Type.String({ description: 'The address.' }),
  expiresAt: Type.String({ description: 'ATOM.' }),
})

import Type from 'typebox'

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

export const publicOffer = Type.Object(
  {
    id: Type.String({ examples: ['off_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    company: Type.Object({ name: Type.String() }),
    offerNumber: Type.String(),
    recipient: Type.String({ description: 'Whom it was made.' }),
    locale: Type.String({ description: 'nl, en, de, fr or it.' }),
    issuedAt: Type.String({ description: 'YYYY-mm-dd' }),
    expiresAt: Type.String({ description: 'YYYY-mm-dd; the last day on which it may be accepted.' }),
    state: Type.Enum(['open', 'accepted', 'rejected', 'expired']),
    currency: Type.String(),
    amount: Type.String({ description: 'VAT included.', examples: ['12.95'] }),
    lines: Type.Array(
      Type.Object({
        description: Type.String(),
        amountExclVat: Type.String({ examples: ['12.95'] }),
        vatRate: Type.Integer({ description: 'In percent.' }),
      }),
      { description: 'None where the offer came as a PDF.' },
    ),
    vat: Type.Array(Type.Object({ rate: Type.Integer(), base: Type.String(), amount: Type.String() }), {
      description: 'The tax of each rate.',
    }),
    acceptedAt: nullable('ATOM.'),
    acceptanceSignature: nullable('A PNG as data URL.'),
    rejectedAt: nullable('ATOM.'),
    links: Type.Object({ pdf: Type.Object({ href: Type.String(), type: Type.String() }) }),
  },
  { $id: 'PublicOffer', description: 'An offer as its customer sees it.' },
)

export const acceptance = Type.Object({
  signature: Type.String({
    description: 'What the customer drew: a PNG of at most 64 KB as data URL.',
    examples: ['data:image/png;base64,iVBORw0KGgo…'],
  }),
})

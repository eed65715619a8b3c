import Type from 'typebox'

const amount = (description: string, example: number) => Type.Number({ description, examples: [example] })

export const platformInvoice = Type.Object(
  {
    id: Type.String({ description: 'Starts with `fac_`.', examples: ['fac_abc12345def678'] }),
    invoiceNumber: Type.String({ examples: ['MKP-2025.0010'] }),
    lines: Type.Array(
      Type.Object({
        id: Type.String({ description: 'Starts with `fcl_`.', examples: ['fcl_abc12345def678'] }),
        description: Type.String({ examples: ['Pro subscription'] }),
        quantity: Type.Integer({ examples: [1] }),
        currency: Type.String({ examples: ['EUR'] }),
        amountExclVat: amount('Of the whole line.', 12.95),
        vatRate: Type.Integer({ description: 'In percent.', examples: [21] }),
        vatAmount: amount('', 2.72),
        amountInclVat: amount('', 15.67),
      }),
    ),
    currency: Type.String({ description: 'Always EUR.', examples: ['EUR'] }),
    subtotalAmount: amount('Before VAT.', 12.95),
    vatAmount: amount('', 2.72),
    totalAmount: amount('VAT included.', 15.67),
    issuedAt: Type.String({ description: 'ISO 8601, UTC.', examples: ['2025-04-12T00:00:00.000Z'] }),
    isPaid: Type.Boolean({ examples: [true] }),
  },
  { $id: 'Invoice', description: 'What the operator of this installation bills the company.' },
)

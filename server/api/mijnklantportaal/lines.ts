import Type from 'typebox'

/** What somebody is billed or offered. */
export const newLines = Type.Array(
  Type.Object({
    description: Type.String({ minLength: 1, maxLength: 1000, examples: ['Website template'] }),
    amountExclVat: Type.String({
      format: 'amount',
      description: 'In euros, before VAT; a discount is negative.',
      examples: ['12.95'],
    }),
    vatRate: Type.Integer({ enum: [0, 9, 21], description: 'In percent.', examples: [21] }),
  }),
  {
    minItems: 1,
    maxItems: 1000,
    examples: [[{ description: 'Website template', amountExclVat: '12.95', vatRate: 21 }]],
  },
)

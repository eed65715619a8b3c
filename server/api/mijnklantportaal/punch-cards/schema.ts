import Type from 'typebox'

const nullable = <T extends Type.TSchema>(schema: T, description: string, example: unknown) =>
  Type.Union([schema, Type.Null()], { description, examples: [example] })

export const punchCard = Type.Object(
  {
    id: Type.String({ description: 'Starts with `pcd_`.', examples: ['pcd_abc12345def678'] }),
    name: Type.String({ examples: ['Driving lessons'] }),
    description: nullable(Type.String(), 'What the card is for.', 'Lessons in a BMW, Mon-Fri 09AM-05PM'),
    punches: Type.Integer({ description: 'How many a new card has.', examples: [20] }),
    punchLabel: Type.String({ description: 'What a punch stands for.', examples: ['lessons'] }),
    forSale: Type.Boolean({ examples: [true] }),
    price: nullable(Type.String(), 'In euros, VAT included; null when not for sale.', '229.95'),
    vatRate: nullable(Type.Integer(), 'In percent; null when not for sale.', 21),
    expiryValue: nullable(Type.Integer(), 'How many periods a card is valid; null when it never expires.', 3),
    expiryPeriode: nullable(
      Type.Enum(['days', 'months', 'years']),
      'Null when a card never expires.',
      'years',
    ),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2025-11-19T21:00:00+02:00'] }),
  },
  { $id: 'PunchCard', description: 'A template of punch cards.' },
)

export const issuedPunchCard = Type.Object(
  {
    id: Type.String({ description: 'Starts with `pcb_`.', examples: ['pcb_abc12345def678'] }),
    punchCardId: Type.String({ examples: ['pcd_abc12345def678'] }),
    customerId: Type.String({ examples: ['cst_abc12345def678'] }),
    punchesLeft: Type.Integer({ examples: [17] }),
    status: Type.Enum(['active', 'expired', 'fully_used'], { examples: ['active'] }),
    expiresAt: nullable(Type.String(), 'ATOM; null when it never expires.', '2028-11-19T21:00:00+02:00'),
    issuedAt: Type.String({ description: 'ATOM.', examples: ['2025-11-19T21:00:00+02:00'] }),
  },
  { $id: 'PunchCardBought', description: 'A punch card of a customer.' },
)

const price = Type.String({ format: 'amount', description: 'In euros, VAT included.', examples: ['229.95'] })
const vatRate = Type.Integer({ enum: [0, 9, 21], description: 'In percent.', examples: [21] })

export const newPunchCard = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200, examples: ['Driving lessons'] }),
  punches: Type.Integer({ minimum: 1, maximum: 100_000, examples: [20] }),
  punchLabel: Type.String({ minLength: 1, maxLength: 100, examples: ['lessons'] }),
  description: Type.Optional(
    Type.String({ maxLength: 1000, examples: ['Lessons in a BMW, Mon-Fri 09AM-05PM'] }),
  ),
  forSale: Type.Optional(Type.Boolean({ default: false, examples: [true] })),
  price: Type.Optional(price),
  vatRate: Type.Optional(vatRate),
  expiryValue: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1000,
      description: 'Left out: a card never expires.',
      examples: [3],
    }),
  ),
  expirePeriod: Type.Optional(Type.Enum(['days', 'months', 'years'], { examples: ['years'] })),
})

export const punchCardSale = Type.Object({
  forSale: Type.Boolean({ examples: [true] }),
  price: Type.Optional(price),
  vatRate: Type.Optional(vatRate),
})

export const newIssuedPunchCard = Type.Object({
  customerId: Type.String({ examples: ['cst_abc12345def678'] }),
})

export const stamp = Type.Object({
  stamps: Type.Integer({ minimum: 1, maximum: 100_000, description: 'Punches to take off.', examples: [1] }),
})

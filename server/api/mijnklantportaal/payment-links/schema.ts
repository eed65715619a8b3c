import Type from 'typebox'

const nullable = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })
const createdAt = Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] })

export const paymentLink = Type.Object(
  {
    id: Type.String({ description: 'Starts with `plk_`.', examples: ['plk_abc12345def678'] }),
    description: Type.String({
      description: 'Also on the bank statement.',
      examples: ['Contribution costs'],
    }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ examples: ['12.95'] }),
    reusable: Type.Boolean({ description: 'Whether it can be paid more than once.', examples: [true] }),
    expiresAt: nullable('ATOM; null when it never expires.', '2024-05-14T21:00:00+02:00'),
    status: Type.Enum(['open', 'paid', 'expired', 'closed'], { examples: ['open'] }),
    checkoutUrl: nullable(
      'Where the payer goes; null when the link can no longer be used.',
      'https://demo.mijnklantportaal.nl/payment-link/plk_abc12345def678',
    ),
    createdAt,
  },
  { $id: 'PaymentLink', description: 'A link by which anyone can pay an amount.' },
)

export const paymentLinkPayment = Type.Object(
  {
    id: Type.String({ description: 'Starts with `plp_`.', examples: ['plp_abc12345def678'] }),
    paymentLinkId: Type.String({ examples: ['plk_abc12345def678'] }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ examples: ['12.95'] }),
    status: Type.Enum(
      ['open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired', 'refunded', 'charged_back'],
      { description: '`refunded` and `charged_back`: the whole amount went back.', examples: ['paid'] },
    ),
    payersName: nullable('Null until the provider tells it.', 'John Doe'),
    integration: Type.String({ description: 'The payment provider.', examples: ['mollie'] }),
    integrationId: nullable("The provider's own id.", 'tr_123abc'),
    createdAt,
  },
  { $id: 'PaymentLinkPayment', description: 'A payment made, or begun, with a payment link.' },
)

export const newPaymentLink = Type.Object({
  description: Type.String({
    minLength: 1,
    maxLength: 255,
    description: 'Also on the bank statement.',
    examples: ['Contribution costs'],
  }),
  amount: Type.String({ format: 'amount', description: 'In euros, more than zero.', examples: ['12.95'] }),
  expiresAt: Type.Optional(
    Type.String({
      format: 'date',
      description: 'YYYY-mm-dd, the last day on which it can be used; left out: it never expires.',
      examples: ['2024-05-04'],
    }),
  ),
  reusable: Type.Optional(
    Type.Boolean({ default: false, description: 'Can be paid more than once.', examples: [true] }),
  ),
})

import Type from 'typebox'
import { intervals } from '../../../domain/subscriptions/subscription.ts'

const nullable = <T extends Type.TSchema>(schema: T, description: string, example: unknown) =>
  Type.Union([schema, Type.Null()], { description, examples: [example] })

export const customerSubscription = Type.Object(
  {
    id: Type.String({ description: 'Starts with `sub_`.', examples: ['sub__abc12345def678'] }),
    customerId: Type.String({ examples: ['cst_abc12345def678'] }),
    description: Type.String({ examples: ['Website maintenance contract'] }),
    startsAt: Type.String({ description: '`YYYY-mm-dd`.', examples: ['2024-04-29'] }),
    interval: Type.Enum([...intervals], { description: 'How long a term lasts.', examples: ['1 year'] }),
    renewsAt: Type.String({
      description: 'The first day of the next term, `YYYY-mm-dd`.',
      examples: ['2025-04-29'],
    }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ description: 'Of one term, VAT included.', examples: ['12.95'] }),
    vatRate: Type.Integer({ description: 'In percent.', examples: [21] }),
    status: Type.Enum(['planned', 'in_progress', 'terminated', 'ended'], {
      description:
        'planned until it starts; terminated from when a termination is known until the last term is over; then ended.',
      examples: ['in_progress'],
    }),
    options: Type.Object(
      {
        createInvoice: Type.Boolean({ description: 'Every term is invoiced.', examples: [true] }),
        invoiceDescription: nullable(
          Type.String(),
          'Stands on the invoices instead of the description.',
          'Extending subscription',
        ),
      },
      { description: 'Settings.' },
    ),
    terminatedAt: nullable(
      Type.String(),
      'ATOM; no term begins then or later. Null while it is not terminated.',
      '2024-04-29T21:00:00+02:00',
    ),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
  },
  { $id: 'CustomerSubscription', description: 'What a customer pays for every term.' },
)

export const interval = Type.String({
  enum: [...intervals],
  description: 'How long a term lasts.',
  examples: ['1 year'],
})
export const amount = Type.String({
  format: 'amount',
  description: 'In euros, of one term, VAT included; more than zero.',
  examples: ['12.95'],
})
export const vatRate = Type.Integer({ enum: [0, 9, 21], description: 'In percent.', examples: [21] })
const description = Type.String({ minLength: 1, maxLength: 200, examples: ['Contribution costs'] })

export const newCustomerSubscription = Type.Object({
  customerId: Type.String({ examples: ['cst_abc12345def678'] }),
  description,
  startDate: Type.String({
    format: 'date',
    description: '`YYYY-mm-dd`. Before today: terms that have begun were billed elsewhere.',
    examples: ['2024-05-04'],
  }),
  interval,
  amount,
  vatRate,
  createInvoice: Type.Optional(
    Type.Boolean({ default: false, description: 'Invoice every term.', examples: [true] }),
  ),
  invoiceDescription: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Ignored unless createInvoice.',
      examples: ['Extending subscription'],
    }),
  ),
  createPayment: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'Charge every term to the mandate, when a payment provider is connected.',
      examples: [true],
    }),
  ),
  paymentIntegrationMandateId: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Not checked; ignored unless createPayment.',
      examples: ['mdt_123abc'],
    }),
  ),
  followUpFailedPayment: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'Charge again after a failed payment; ignored unless createPayment.',
      examples: [true],
    }),
  ),
})

/** At least one of them. */
export const customerSubscriptionChange = Type.Partial(
  Type.Object({
    description,
    interval,
    amount,
    vatRate,
    terminatedAt: Type.String({
      description: '`YYYY-mm-dd HH:mm:ss` on the clock of the portal. The term that runs then is the last.',
      examples: ['2024-07-04 22:01:00'],
    }),
  }),
  { minProperties: 1 },
)

export const subscriptionPayment = Type.Object(
  {
    id: Type.String({ description: 'Starts with `sbp_`.', examples: ['sbp_abc12345def678'] }),
    subscriptionId: Type.String({ examples: ['sub__abc12345def678'] }),
    invoiceId: nullable(Type.String(), 'The invoice of the term, where it has one.', 'inv_abc12345def678'),
    termStartsAt: Type.String({
      description: 'The first day of the term, `YYYY-mm-dd`.',
      examples: ['2024-04-29'],
    }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ examples: ['12.95'] }),
    status: Type.Enum(
      ['open', 'pending', 'authorized', 'paid', 'failed', 'canceled', 'expired', 'refunded', 'charged_back'],
      { description: '`refunded` and `charged_back`: the whole amount went back.', examples: ['paid'] },
    ),
    integration: Type.String({ description: 'The payment provider.', examples: ['mollie'] }),
    integrationId: nullable(Type.String(), "The provider's own id.", 'tr_123abc'),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
  },
  { $id: 'CustomerSubscriptionPayment', description: 'A payment of one term of a subscription.' },
)

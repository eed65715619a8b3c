import Type from 'typebox'

export const pendingSignUp = Type.Object(
  {
    id: Type.String({ description: 'A UUID.', examples: ['6aec2555-f3e7-4afe-a061-8bfe9687b470'] }),
    paymentLink: Type.String({
      description: 'Where to send who signs up: pays the first term and starts the subscription.',
      examples: ['https://mollie.com/checkout/abc'],
    }),
    expiresAt: Type.String({ description: 'ATOM.', examples: ['2025-03-05T16:30:00+02:00'] }),
  },
  { $id: 'PendingSignUp', description: 'Who wants a package and has yet to pay.' },
)

const line = (description: string, example: string, max = 200) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: max, description, examples: [example] }))

/** A customer, or who is none yet: one path for both, told apart by `customerId`. */
export const signUp = Type.Object({
  customerId: Type.Optional(
    Type.String({ description: 'An existing customer.', examples: ['cst_abc12345def678'] }),
  ),
  startDate: Type.Optional(
    Type.String({
      format: 'date',
      description: 'Of a customer: `YYYY-mm-dd`; today when left out.',
      examples: ['2024-05-04'],
    }),
  ),
  mandateId: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'Of a customer: the mandate to charge. Left out: nothing is charged by itself.',
      examples: ['mdt_abc12345def678'],
    }),
  ),
  createInvoice: Type.Optional(
    Type.Boolean({ default: false, description: 'Of a customer: invoice every term.', examples: [true] }),
  ),
  invoiceText: Type.Optional(
    Type.Union([Type.String({ maxLength: 200 }), Type.Null()], {
      description: 'Of a customer: stands on the invoices instead of the name of the package.',
      examples: [null],
    }),
  ),
  companyName: line('Of who is no customer yet: the name.', 'Test Company BV'),
  address: line('Street and number.', 'Teststreet 123'),
  zipCode: line('Postal code.', '1234AB', 20),
  city: line('City.', 'Amsterdam'),
  email: Type.Optional(
    Type.String({
      format: 'email',
      maxLength: 254,
      description: 'Used for notifications.',
      examples: ['john.doe@test.com'],
    }),
  ),
})

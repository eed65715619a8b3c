import Type from 'typebox'

export const customer = Type.Object(
  {
    id: Type.String({ description: 'Starts with `cst_`.', examples: ['cst_abc12345def678'] }),
    companyName: Type.String({ examples: ['Test Company BV'] }),
    address: Type.String({ description: 'Street and number.', examples: ['Teststreet 123'] }),
    zipCode: Type.String({ examples: ['1234AB'] }),
    city: Type.String({ examples: ['Amsterdam'] }),
    countryCode: Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['NL'] }),
    primaryEmail: Type.String({ examples: ['john.doe@test.com'] }),
    phone: Type.Union([Type.String(), Type.Null()], {
      description: 'With country code.',
      examples: ['+312012345678'],
    }),
    integration: Type.Union([Type.String(), Type.Null()], {
      description: 'The linked bookkeeping.',
      examples: ['acumulus'],
    }),
    integrationId: Type.Union([Type.String(), Type.Null()], {
      description: 'The customer in that bookkeeping.',
      examples: ['123456789'],
    }),
    customerGroups: Type.Array(Type.String(), { examples: [['cug_123abc567']] }),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-28T21:00:00+02:00'] }),
  },
  { $id: 'Customer', description: 'A customer of the portal.' },
)

const line = (description: string, example: string, max = 200) =>
  Type.String({ minLength: 1, maxLength: max, description, examples: [example] })

const customerFields = {
  companyName: line('Name of the customer.', 'Test Company BV'),
  address: line('Street and number.', 'Teststreet 123'),
  zipCode: line('Postal code.', '1234AB', 20),
  city: line('City.', 'Amsterdam'),
  primaryEmail: Type.String({
    format: 'email',
    maxLength: 254,
    description: 'Used for notifications.',
    examples: ['john.doe@test.com'],
  }),
  countryCode: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z]{2}$',
      description: 'ISO 3166-1 alpha-2; NL when left out.',
      examples: ['NL'],
    }),
  ),
  phone: Type.Optional(
    Type.String({
      maxLength: 40,
      description:
        'A telephone number, as it is dialled in that country or with its own code; a dash: none (extension).',
      examples: ['+31201234567'],
    }),
  ),
}

export const newCustomer = Type.Object(customerFields)

/** At least one of them. */
export const customerChange = Type.Partial(Type.Object(customerFields), { minProperties: 1 })

import Type from 'typebox'
import { locales } from '../../../kernel/context.ts'
import { ref } from '../../openapi.ts'
import { look } from '../company/schema.ts'

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const count = (description: string) => Type.Integer({ description })
const emailAddress = Type.String({ maxLength: 254, examples: ['joe@example.com'] })
const locale = Type.Optional(Type.Enum([...locales], { description: 'Of the mail.', examples: ['nl'] }))

export const myCompany = Type.Object(
  {
    id: Type.String({ examples: ['com_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ examples: ['Amsterdam Collectors FC'] }),
    locale: Type.String({ examples: ['nl'] }),
    currency: Type.String({ examples: ['EUR'] }),
    timeZone: Type.String({ examples: ['Europe/Amsterdam'] }),
    look: ref(look),
  },
  { $id: 'MyCompany', description: 'The company, to its customers.' },
)

export const loginLink = Type.Object({
  companyId: Type.String({ examples: ['com_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  email: emailAddress,
  locale,
})
export const loginToken = Type.Object({
  token: Type.String({
    description: 'What stands behind the `#` of the link.',
    maxLength: 100,
    examples: ['1-5DzX0qXyVxI1y8sJm0bKqQ3w'],
  }),
})
export const signedIn = Type.Object({
  companyId: Type.String({ examples: ['com_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
})

export const myCustomer = Type.Object(
  {
    id: Type.String({ examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String(),
    address: Type.String({ description: 'Street and number.' }),
    zipCode: Type.String(),
    city: Type.String(),
    countryCode: Type.String({ description: 'ISO 3166-1 alpha-2.', examples: ['NL'] }),
    phone: nullable('As the company knows it.'),
    pendingPhone: nullable('The new number that waits for the code that was texted there.'),
  },
  { $id: 'MyCustomer', description: 'One of the customers that an address stands for.' },
)

export const my = Type.Object(
  {
    email: emailAddress,
    pendingEmail: nullable('The new address that waits for the code that was mailed there.'),
    company: ref(myCompany),
    otherSessions: Type.Integer({ description: 'On how many other devices the address is signed in.' }),
    takesTexts: Type.Boolean({
      description: 'Whether a telephone number can be corrected: the company texts the code.',
    }),
    customers: Type.Array(ref(myCustomer), { description: 'All with this address, by name.' }),
    overview: Type.Object({
      invoices: count('All of them.'),
      openInvoices: count('With something left to pay.'),
      outstanding: Type.String({
        description: 'Of these, in the currency of the company.',
        examples: ['12.95'],
      }),
      offers: count('All of them.'),
      openOffers: count('That can be accepted.'),
      agreements: count('All of them.'),
      openAgreements: count('To be signed.'),
      appointments: count('All of them.'),
      comingAppointments: count('That are not over.'),
      subscriptions: count('All of them.'),
      punchCards: count('All of them.'),
      fileShares: count('All of them.'),
      fileRequests: count('All of them.'),
      openFileRequests: count('With files to upload.'),
      conversations: count('All of them.'),
      pages: count('Of the company.'),
      forms: count('Of the company.'),
    }),
  },
  { $id: 'My', description: 'Who has signed in by a mailed link, and what there is of theirs.' },
)

export const postalAddress = Type.Object({
  address: Type.Optional(Type.String({ minLength: 1, maxLength: 200, examples: ['Teststreet 123'] })),
  zipCode: Type.Optional(Type.String({ maxLength: 20, examples: ['1234AB'] })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 100, examples: ['Amsterdam'] })),
  countryCode: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2}$', examples: ['NL'] })),
})
export const newEmail = Type.Object({ email: emailAddress, locale })
const code = Type.String({ maxLength: 20, examples: ['042137'] })
export const emailCode = Type.Object({ code, locale })
export const newPhone = Type.Object({
  phone: Type.String({
    description: 'As it is dialled; without a country code it is one of the customer’s country.',
    maxLength: 40,
    examples: ['06 12345678'],
  }),
  locale: Type.Optional(Type.Enum([...locales], { description: 'Of the text.', examples: ['nl'] })),
})
export const phoneCode = Type.Object({ code })

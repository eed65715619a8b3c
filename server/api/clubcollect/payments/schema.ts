import Type from 'typebox'
import { pageNumber } from '../../paging.ts'

const companyId = Type.String({ examples: ['25b39de9bedc3409e195a99bb3a31918c12182e7'] })
const signature = Type.String({
  description:
    'HMAC-SHA-256 of the SHA-256 of the sorted parameters, keyed with the API key; lower-case hex.',
  examples: ['754966cc8946c8125b365fcb5cf0e27edd98fe7516de7ea17f1b5254bcf7a00e'],
})
const optional = (description: string, example: string) =>
  Type.Optional(Type.String({ description, examples: [example] }))

export const startQuery = Type.Object({
  company_id: companyId,
  redirect_url: Type.String({
    description: 'Where the payer returns. Its host is registered for the partner.',
    examples: ['https://members.example.com/paid'],
  }),
  signature,
  invoice_id: optional(
    'Pays all that is due of this invoice; what follows is then left out of account.',
    'e06be9959a6d5ad6e1ce80caf97e3244d6024dd1',
  ),
  last_name: optional('Required without invoice_id.', 'Doe'),
  amount_cents: Type.Optional(
    Type.Integer({ description: 'Required without invoice_id.', minimum: 100, examples: [1000] }),
  ),
  payment_id: optional(
    'A name of your own for the payment: unique, 10 to 50 characters.',
    'member-1234-2019',
  ),
  payment_reference: optional('Stands on the line of the invoice.', 'Club membership 2019/2'),
  external_invoice_number: optional('A number of your own for the invoice, unique.', '123456'),
  locale: optional('de, en, fr, it or nl; the company’s when left out.', 'nl'),
  first_name: optional('', 'John'),
  prefix: optional('', 'Mr'),
  infix: optional('', 'van der'),
  country_code: optional('ISO 3166-1 alpha-2.', 'NL'),
  address1: optional('', 'Sint Pieterspoortsteeg'),
  address2: optional('', '2nd floor'),
  house_number: optional('', '2'),
  zipcode: optional('At most 15 characters.', '1012 HM'),
  city: optional('At most 34 characters.', 'Amsterdam'),
  email_address: optional('', 'john@example.com'),
  phone_number: optional('E.164.', '+31201234567'),
})

export const statusQuery = Type.Object({ company_id: companyId, signature })

export const feedQuery = Type.Object({ company_id: companyId, page: pageNumber, signature })

export const payment = Type.Object(
  {
    company_id: companyId,
    invoice_id: Type.String({ examples: ['e06be9959a6d5ad6e1ce80caf97e3244d6024dd1'] }),
    external_invoice_number: Type.String({ examples: ['12345'] }),
    payment_id: Type.String({ examples: ['ae515fabdd886cd0c49408f9696c5498848977fe'] }),
    payment_method: Type.Enum(['ideal', 'bancontact', 'credit_card', 'paypal', 'sofort'], {
      examples: ['ideal'],
    }),
    payment_result: Type.Enum(['authorized', 'cancelled', 'pending', 'refused', 'error'], {
      examples: ['authorized'],
    }),
    created_at: Type.String({ description: 'ISO 8601.', examples: ['2019-09-15T16:15:56Z'] }),
    updated_at: Type.String({ description: 'ISO 8601.', examples: ['2019-09-15T16:38:07Z'] }),
  },
  { $id: 'Payment', description: 'A payment that the partner began.' },
)

export const paymentRefusal = Type.Object(
  {
    company_id: companyId,
    payment_method: Type.Optional(Type.String({ examples: ['ideal'] })),
    error_code: Type.Enum(['invalid_params', 'unprocessable_entity'], { examples: ['invalid_params'] }),
    error_details: Type.String({
      description: 'One or more codes, joined by `;`.',
      examples: ['invalid_payment_id'],
    }),
  },
  { $id: 'PaymentError', description: 'Why a signed request was refused.' },
)

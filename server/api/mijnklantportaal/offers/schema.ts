import Type from 'typebox'
import { fileField } from '../../file-field.ts'
import { newLines } from '../lines.ts'

const link = (description: string, href: string, type: string) =>
  Type.Object(
    { href: Type.String({ examples: [href] }), type: Type.String({ examples: [type] }) },
    { description },
  )
const nullable = (description: string, example: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: [example] })

const acceptedAt = '2024-05-14T21:00:00+02:00'
const ip = '123.456.7.8.9'
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64)'

export const customerOffer = Type.Object(
  {
    id: Type.String({ description: 'Starts with `off_`.', examples: ['off_abc12345def678'] }),
    customerId: Type.String({ examples: ['cst_abc12345def678'] }),
    offerNumber: Type.String({ examples: ['2024-001'] }),
    issuedAt: Type.String({ description: 'YYYY-mm-dd', examples: ['2024-04-29'] }),
    expiresAt: Type.String({
      description: 'YYYY-mm-dd; the last day on which the customer may accept it.',
      examples: ['2024-05-29'],
    }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: Type.String({ description: 'VAT included.', examples: ['12.95'] }),
    acceptedAt: nullable('ATOM; null while it is not accepted.', acceptedAt),
    acceptedViaIp: nullable('Where it was accepted from.', ip),
    acceptedViaUserAgent: nullable('What it was accepted with.', userAgent),
    acceptanceSignature: nullable(
      'A PNG as data URL; null when it was not signed.',
      'data:image/png;base64,…',
    ),
    rejectedAt: nullable('ATOM; null while it is not rejected.', acceptedAt),
    createdAt: Type.String({ description: 'ATOM.', examples: ['2024-04-29T21:00:00+02:00'] }),
    links: Type.Object({
      customer: link(
        'The customer.',
        'https://api.mijnklantportaal.nl/v1/customers/cst_abc12345def678',
        'application/json',
      ),
      publicOffer: link(
        'Where whoever holds the link reads and answers the offer (extension).',
        'https://portal.mijnklantportaal.nl/public-offer/off_abc123/123-abc',
        'text/html',
      ),
    }),
  },
  { $id: 'CustomerOffer', description: 'An offer to a customer.' },
)

const about = {
  customerId: Type.String({ description: 'The customer to offer.', examples: ['cst_abc12345def678'] }),
  offerNumber: Type.String({
    minLength: 1,
    maxLength: 100,
    description: 'The number of the offer.',
    examples: ['2014-001'],
  }),
  issuedAt: Type.String({ format: 'date', description: 'YYYY-mm-dd', examples: ['2025-04-14'] }),
  expiresAt: Type.String({
    format: 'date',
    description: 'YYYY-mm-dd; not before `issuedAt`.',
    examples: ['2025-04-30'],
  }),
}
const sendNotification = Type.Optional(
  Type.Boolean({ description: 'Notify the customer by e-mail.', examples: [true] }),
)
const dateTime = 'YYYY-mm-dd H:i:s in the time zone of the company, or a date alone.'

const answer = {
  acceptedAt: Type.Optional(Type.String({ description: dateTime, examples: ['2024-05-11 12:59:00'] })),
  acceptedViaIp: Type.Optional(
    Type.String({ maxLength: 100, description: 'Ignored without `acceptedAt`.', examples: [ip] }),
  ),
  acceptedViaUserAgent: Type.Optional(
    Type.String({ maxLength: 1000, description: 'Ignored without `acceptedAt`.', examples: [userAgent] }),
  ),
  rejectedAt: Type.Optional(
    Type.String({ description: `${dateTime} Not beside \`acceptedAt\`.`, examples: ['2024-05-11 12:59:00'] }),
  ),
}

export const newOffer = Type.Object({
  ...about,
  amount: Type.String({ format: 'amount', description: 'In euros, VAT included.', examples: ['12.95'] }),
  pdf: fileField('The offer as PDF.', { types: ['application/pdf'] }),
  sendNotification,
  ...answer,
})

export const newManualOffer = Type.Object({
  ...about,
  lines: newLines,
  sendNotification,
})

/** One of `acceptedAt` and `rejectedAt`. */
export const offerAnswer = Type.Object(answer)

import Type from 'typebox'
import { ref } from '../../openapi.ts'

const day = Type.String({ description: 'YYYY-mm-dd', examples: ['2026-12-05'] })
const money = (description: string) => Type.String({ description, examples: ['34.34'] })

export const planOffer = Type.Object(
  {
    installments: Type.Integer({ description: 'How many.', examples: [3] }),
    intervalDays: Type.Integer({ examples: [30] }),
    fees: money('In all: of the installments, and the surcharge.'),
    total: money('What is outstanding, and the fees.'),
    mayBeAutomatic: Type.Boolean({ description: 'Whether the payer may let them be charged.' }),
    schedule: Type.Array(Type.Object({ dueAt: day, amount: money('With its fee.'), fee: money('Of it.') })),
  },
  { $id: 'PlanOffer', description: 'A plan that can be chosen, with all that it costs.' },
)

export const paymentPlan = Type.Object(
  {
    state: Type.Enum(['running', 'paid', 'failed', 'withdrawn', 'canceled']),
    intervalDays: Type.Integer(),
    automatic: Type.Boolean({ description: 'The installments after the first are charged.' }),
    installments: Type.Array(
      Type.Object({
        position: Type.Integer({ description: 'From 1.' }),
        dueAt: day,
        state: Type.Enum(['planned', 'due', 'in_progress', 'paid', 'failed', 'canceled']),
        agreed: money('As chosen.'),
        amount: money('What is to be paid of it now, or was paid; follows what is outstanding.'),
        fee: money('As chosen.'),
      }),
    ),
  },
  { $id: 'PaymentPlan', description: 'The plan that an invoice is paid by.' },
)

export const planOffers = Type.Object(
  { plans: Type.Array(ref(planOffer)), plan: Type.Union([ref(paymentPlan), Type.Null()]) },
  { $id: 'PlanOffers', description: 'What can be chosen, and what was.' },
)

export const planChoice = Type.Object({
  installments: Type.Integer({ description: 'Of a plan on offer.', examples: [3] }),
  intervalDays: Type.Integer({ description: 'Of the same plan.', examples: [30] }),
  automatic: Type.Optional(
    Type.Boolean({
      description: 'The first payment gives leave to charge the rest.',
      default: false,
      examples: [false],
    }),
  ),
  total: Type.Optional(
    Type.String({ description: 'What the payer saw; refused where it has changed.', examples: ['103.00'] }),
  ),
})

export const planChange = Type.Object({
  automatic: Type.Literal(false, {
    examples: [false],
    description: 'Only ending it: it begins with a choice.',
  }),
})

export const mandateGiven = Type.Object({
  iban: Type.String({ examples: ['NL91ABNA0417164300'] }),
  holderName: Type.String({ description: 'At most 70 characters.', examples: ['J. Doe'] }),
  kind: Type.Optional(Type.Enum(['recurring', 'one_off'], { default: 'recurring', examples: ['recurring'] })),
  consent: Type.Boolean({ description: 'That debits are allowed.', examples: [true] }),
})

export const mandate = Type.Object(
  {
    reference: Type.String({ examples: ['M-019ab2f8c4d17e3a9b5c6d7e8f901234'] }),
    kind: Type.Enum(['recurring', 'one_off']),
    iban: Type.String({ description: 'Its end only.', examples: ['NL** **** 4300'] }),
    holderName: Type.String(),
    via: Type.Enum(['link', 'paper']),
    signedAt: Type.String({ description: 'ATOM.', examples: ['2026-04-29T21:00:00+02:00'] }),
  },
  { $id: 'Mandate', description: 'Leave to debit an account (SEPA).' },
)

export const contact = Type.Object(
  {
    email: Type.Union([Type.String(), Type.Null()], { examples: ['j…@e….com'] }),
    phone: Type.Union([Type.String(), Type.Null()], { examples: ['…78'] }),
    address: Type.Union([Type.String(), Type.Null()], { examples: ['Ca…, 12…, Amsterdam'] }),
    pendingEmail: Type.Union([Type.String(), Type.Null()], {
      description: 'Waits for the code that was mailed there.',
    }),
    pendingPhone: Type.Union([Type.String(), Type.Null()], {
      description: 'Waits for the code that was texted there.',
    }),
  },
  {
    $id: 'Contact',
    description: 'How the payer is reached: as much as one knows one’s own by, because links get passed on.',
  },
)

const part = (maxLength: number, example: string) =>
  Type.Optional(Type.String({ maxLength, examples: [example] }))

export const contactChange = Type.Object({
  email: Type.Optional(
    Type.String({
      format: 'email',
      maxLength: 254,
      description: 'Counts when its code is entered.',
      examples: ['joe@example.com'],
    }),
  ),
  phone: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 40,
      description: 'Counts when its code is entered, which is texted there. Changed by itself.',
      examples: ['+31612345678'],
    }),
  ),
  phoneCountryCode: Type.Optional(
    Type.String({
      pattern: '^([A-Za-z]{2})?$',
      description: 'Of a number that does not say it: ISO 3166-1 alpha-2.',
      examples: ['NL'],
    }),
  ),
  address1: part(200, 'Sint Pieterspoortsteeg'),
  houseNumber: part(20, '2'),
  houseNumberExtension: part(20, 'a'),
  address2: part(200, '2nd floor'),
  zipCode: part(20, '1012 HM'),
  city: part(100, 'Amsterdam'),
  countryCode: Type.Optional(
    Type.String({ pattern: '^([A-Za-z]{2})?$', description: 'ISO 3166-1 alpha-2.', examples: ['NL'] }),
  ),
})

export const contactCode = Type.Object({
  code: Type.String({ description: 'The six digits that were mailed or texted.', examples: ['042137'] }),
})

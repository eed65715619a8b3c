import Type from 'typebox'
import { installmentIntervals, paymentMethods } from '../../../domain/collection/settings.ts'
import { firstDues } from '../../../domain/installments/plan.ts'
import { instant } from '../sessions/schema.ts'

export const amount = (description: string) => Type.String({ description, examples: ['12.95'] })
export const optionalInstant = (description: string) =>
  Type.Union([Type.String(), Type.Null()], { description, examples: ['2026-04-29T21:00:00+02:00'] })

export const importTotals = Type.Object(
  {
    id: Type.String({ examples: ['imp_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    title: Type.Union([Type.String(), Type.Null()]),
    transmittedAt: optionalInstant('ATOM; null while invoices can be added.'),
    createdAt: instant,
    expectedInvoices: Type.Integer({
      description: 'How many are to come; 0 where nobody said.',
      examples: [3],
    }),
    invoices: Type.Integer({ examples: [3] }),
    paid: Type.Integer({ description: 'With nothing outstanding any more.', examples: [1] }),
    retracted: Type.Integer({ examples: [0] }),
    currency: Type.String({ examples: ['EUR'] }),
    amount: amount('As invoiced.'),
    outstanding: amount('What is left to pay.'),
  },
  { $id: 'Import', description: 'Invoices that are sent together, and what they add up to.' },
)

const count = Type.Integer({ examples: [3] })

export const progress = Type.Object(
  {
    invoices: count,
    paid: count,
    paused: count,
    overdue: count,
    messages: Type.Object({
      total: count,
      queued: Type.Integer({ description: 'Not handed over yet.' }),
      sending: Type.Integer({ description: 'Attempts are being made.' }),
      sent: count,
      failed: count,
      bounced: count,
    }),
  },
  { $id: 'Progress', description: 'How far the collection of an import is.' },
)

export const newImport = Type.Object({
  title: Type.Optional(
    Type.String({
      description: 'What the staff calls it.',
      maxLength: 200,
      examples: ['Membership fees 2026'],
    }),
  ),
  expectedInvoices: Type.Optional(
    Type.Integer({
      description: 'Until so many are there it cannot be transmitted here.',
      minimum: 0,
      maximum: 10_000_000,
      examples: [3],
    }),
  ),
})

export const changedImport = Type.Object({
  title: Type.Optional(
    Type.Union([Type.String({ maxLength: 200 }), Type.Null()], { examples: ['Fees 2026'] }),
  ),
  expectedInvoices: Type.Optional(
    Type.Integer({ description: '0: nobody knows.', minimum: 0, maximum: 10_000_000, examples: [3] }),
  ),
})

export const confirmation = Type.Object({
  confirm: Type.String({
    description: 'The title of the import, or the number of its invoices: typed to say that it is this one.',
    maxLength: 300,
    examples: ['Membership fees 2026'],
  }),
})

const channels = {
  sms: Type.Boolean({ description: 'A text message goes along.' }),
  letter: Type.Boolean({ description: 'A letter goes along.' }),
}
const later = (description: string) =>
  Type.Object(
    { afterDays: Type.Integer({ description: 'After the message before it has left.' }), ...channels },
    { description },
  )
const cents = (description: string) => Type.Integer({ description: `${description} In cents; 0 is none.` })

export const collectionSettings = Type.Object(
  {
    request1: Type.Object(channels, {
      description: 'An e-mail goes in any case, where there is an address.',
    }),
    request2: Type.Union([later('Null: left out.'), Type.Null()]),
    reminder1: later('The first reminder.'),
    reminder2: later('The second.'),
    reminder3: Type.Union([later('The third; null: left out.'), Type.Null()]),
    overdueAfterDays: Type.Integer({ description: 'After the last reminder.' }),
    paymentMethods: Type.Array(Type.Enum([...paymentMethods])),
    dueDays: Type.Integer({
      description: 'From the day of sending, where an invoice has no due day of its own.',
    }),
    installments: Type.Union(
      [
        Type.Object({
          numbers: Type.Array(Type.Integer({ minimum: 2, maximum: 12 })),
          intervalDays: Type.Enum([...installmentIntervals]),
        }),
        Type.Null(),
      ],
      { description: 'Plans that a customer may choose; null: none.' },
    ),
    fees: Type.Object({
      latePaymentCents: cents('For paying late.'),
      latePaymentFrom: Type.Enum(['reminder1', 'reminder2', 'reminder3', 'overdue']),
      chargebackCents: cents('For taking a debit back.'),
      installmentCents: cents('For each installment.'),
      surchargeCents: cents('Once, for a plan.'),
      administrativeCents: cents('For administration.'),
    }),
    personalNote: Type.String({ description: 'In every e-mail and letter.' }),
    salutation: Type.String({ description: 'Instead of ours; `{name}` stands for the name.' }),
    throttlePerMinute: Type.Integer({ description: 'Messages in a minute.' }),
    window: Type.Object(
      { from: Type.String({ examples: ['09:00'] }), until: Type.String({ examples: ['21:00'] }) },
      { description: 'On the company’s clock.' },
    ),
  },
  { $id: 'CollectionSettings', description: 'What invoices are collected with.' },
)

/** Taken as it comes: here null says something, and every rule is the domain's. */
export const changedSettings = Type.Object({
  settings: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    description: 'Fields of CollectionSettings; what is left out stays, null leaves out what is optional.',
    examples: [{ reminder3: null, personalNote: 'See you at the summer party!' }],
  }),
})

const firstDue = Type.Enum([...firstDues], {
  description:
    'When the first installment is due: at once, after the interval, or on the due day of the invoice.',
  examples: ['at_once'],
})
const announceDays = Type.Integer({
  description: 'From the word about a debit to the debit: 0 to 30.',
  examples: [7],
})
const holdsMandates = Type.Boolean({
  description: 'The company has mandates on paper for the IBANs that its software brings.',
  examples: [false],
})

export const installmentTerms = Type.Object(
  { firstDue, announceDays, holdsMandates },
  { $id: 'InstallmentTerms', description: 'What the company says about every plan in installments.' },
)

export const changedTerms = Type.Object({
  firstDue: Type.Optional(firstDue),
  announceDays: Type.Optional(announceDays),
  holdsMandates: Type.Optional(holdsMandates),
})

import Type from 'typebox'
import { attentionKinds } from '../../../domain/reports/get-attention.ts'
import { ageingSubjects } from '../../../domain/reports/list-ageing.ts'
import { periodLengths } from '../../../domain/reports/periods.ts'
import { amount, optionalInstant } from '../imports/schema.ts'
import { pageFields } from '../paging.ts'
import { instant } from '../sessions/schema.ts'

const count = Type.Integer({ examples: [3] })
const day = (description: string) => Type.String({ description, examples: ['2026-11-21'] })
/** Read as text, so that what is no date is refused with a sentence of the report's own. */
const givenDay = (description: string) =>
  Type.String({ description, maxLength: 10, examples: ['2026-11-21'] })
const asOf = Type.Optional(givenDay('The day, at whose end it is looked at; today when left out.'))

const ageingFields = {
  invoices: Type.Integer({ description: 'With something outstanding.', examples: [3] }),
  total: amount('The sum of the ages.'),
  overpaid: amount('What customers paid too much; not taken off the rest.'),
  notDue: amount('Not past its due day, or without one.'),
  days1to30: amount('1 to 30 days past it.'),
  days31to60: amount('31 to 60 days.'),
  days61to90: amount('61 to 90 days.'),
  over90: amount('More than 90 days.'),
}

export const outstandingQuery = Type.Object({ asOf })
export const outstanding = Type.Object(
  { asOf: day('YYYY-mm-dd'), currency: Type.String({ examples: ['EUR'] }), ...ageingFields },
  { $id: 'Outstanding', description: 'What was outstanding at the end of a day, by age.' },
)

export const ageingQuery = Type.Object({
  ...pageFields,
  asOf,
  by: Type.Optional(Type.Enum([...ageingSubjects], { description: 'Per customer when left out.' })),
})
export const ageingRow = Type.Object(
  {
    id: Type.String({
      description: 'Of the customer or the import.',
      examples: ['cst_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    }),
    name: Type.Union([Type.String(), Type.Null()], { description: 'Null: an import without a title.' }),
    ...ageingFields,
  },
  { $id: 'AgeingRow', description: 'What one customer owed, or was outstanding of one import, by age.' },
)

export const stretchQuery = Type.Object({
  from: givenDay('The first day.'),
  to: givenDay('The last day; within three years of the first.'),
})
export const collectedQuery = Type.Object({
  from: givenDay('The first day.'),
  to: givenDay('The last day; within three years of the first.'),
  by: Type.Optional(
    Type.Enum([...periodLengths], {
      description: 'Per calendar month when left out; weeks begin with the first day.',
    }),
  ),
})

const takings = {
  collected: amount('What was paid, less what was paid back or taken back.'),
  payments: Type.Object({ count, amount: amount('Of all of them.') }),
  chargebacks: Type.Object({
    count,
    amount: amount('Taken back by payers.'),
    reversed: amount('Of that, what came back all the same.'),
    rate: Type.Union([Type.Number(), Type.Null()], {
      description: 'Chargebacks to each payment of the same days; null without payments.',
      examples: [0.0125],
    }),
  }),
  refunds: Type.Object({
    count,
    amount: amount('Paid back.'),
    failed: amount('Of that, what the bank sent back.'),
    rate: Type.Union([Type.Number(), Type.Null()], {
      description: 'Refunds to each payment of the same days.',
    }),
  }),
}

export const collected = Type.Object(
  {
    from: day('The first day.'),
    to: day('The last day.'),
    currency: Type.String({ examples: ['EUR'] }),
    ...takings,
    periods: Type.Array(
      Type.Object({
        from: day('The first day.'),
        to: day('The last day.'),
        collected: amount('In it.'),
        previous: amount('In the same days a year before.'),
      }),
    ),
    methods: Type.Array(
      Type.Object({
        method: Type.String({ description: 'As the ledger calls it.', examples: ['ideal'] }),
        ...takings,
      }),
      { description: 'Most money first.' },
    ),
    fees: Type.Array(
      Type.Object({
        subtype: Type.String({ examples: ['late_payment_fee'] }),
        charges: count,
        charged: amount('Asked.'),
        credited: amount('Given up.'),
        collected: amount('Paid, less what went back.'),
      }),
    ),
    previous: Type.Object(
      {
        from: day('The first day.'),
        to: day('The last day.'),
        ...takings,
        toDate: Type.Object(
          { to: day('The last day of it.'), collected: amount('Until then.') },
          {
            description:
              'Up to the day of it that today is of the period; all of it once the period is over.',
          },
        ),
      },
      { description: 'A year before.' },
    ),
  },
  { $id: 'Collected', description: 'What was collected in some days, beside a year before.' },
)

export const season = Type.Object(
  {
    startMonth: Type.Integer({
      description: 'The month in which seasons begin.',
      minimum: 1,
      maximum: 12,
      examples: [9],
    }),
    from: day('The first day of the one that today is in.'),
    to: day('Its last.'),
    today: day('On the company’s clock.'),
  },
  { $id: 'Season', description: 'The twelve months that the company compares.' },
)
export const changedSeason = Type.Object({
  startMonth: Type.Integer({ description: '1 is January.', minimum: 1, maximum: 12, examples: [9] }),
})

export const providerTakings = Type.Object(
  {
    currency: Type.String({ examples: ['EUR'] }),
    connected: Type.Union([Type.String(), Type.Null()], {
      description: 'The provider that the company is connected to.',
      examples: ['mollie'],
    }),
    days: Type.Array(
      Type.Object({
        day: day('On the company’s clock.'),
        provider: Type.String({ examples: ['mollie'] }),
        payments: count,
        paid: amount('Came in.'),
        refunded: amount('Paid back.'),
        chargedBack: amount('Taken back by payers.'),
        net: amount('What is left, before the provider’s own fees.'),
      }),
      { description: 'Latest first; days on which nothing moved are left out.' },
    ),
    chargeable: Type.Object(
      {
        payments: count,
        amount: amount('Of direct debits.'),
        since: day('The first day whose debits are within eight weeks.'),
      },
      { description: 'What payers can still take back without giving a reason, as of now.' },
    ),
  },
  { $id: 'ProviderTakings', description: 'What came in by payment providers, day by day.' },
)

export const failedPayments = Type.Object(
  {
    currency: Type.String({ examples: ['EUR'] }),
    data: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['pay_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        at: instant,
        invoiceId: Type.Union([Type.String(), Type.Null()], { description: 'Where it was for an invoice.' }),
        invoiceNumber: Type.Union([Type.String(), Type.Null()]),
        description: Type.String(),
        payer: Type.Union([Type.String(), Type.Null()]),
        amount: amount('What was to be paid.'),
        method: Type.Union([Type.String(), Type.Null()]),
        provider: Type.String(),
        failure: Type.Union([Type.String(), Type.Null()], { description: 'The provider’s words.' }),
      }),
      { description: 'Latest first; at most 100.' },
    ),
  },
  { $id: 'FailedPayments', description: 'What failed lately and was not paid in another way since.' },
)

export const attention = Type.Object(
  {
    currency: Type.String({ examples: ['EUR'] }),
    items: Type.Array(
      Type.Object({
        kind: Type.Enum([...attentionKinds]),
        count,
        amount: Type.Union([Type.String(), Type.Null()], {
          description: 'What they are about, where that is money.',
        }),
        since: optionalInstant('ATOM; how long the first has waited, or when the last happened.'),
      }),
      { description: 'The most pressing first; only what is there.' },
    ),
    beginning: Type.Object(
      {
        hasInvoices: Type.Boolean(),
        paymentsConnected: Type.Boolean({ description: 'A payment provider is connected.' }),
        ibanKnown: Type.Boolean({ description: 'The account that is paid by transfer is known.' }),
        hasColleagues: Type.Boolean(),
      },
      { description: 'What the company has done of what it needs to begin.' },
    ),
  },
  { $id: 'Attention', description: 'What needs somebody’s attention.' },
)

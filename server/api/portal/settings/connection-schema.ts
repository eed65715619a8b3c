import Type from 'typebox'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })
const connectedAt = instant

export const connections = Type.Object(
  {
    mail: Type.Object(
      {
        state: Type.Enum(['smtp', 'catch', 'none'], {
          description: '`smtp`: by a mail server; `catch`: it is kept instead of sent; `none`: it waits.',
        }),
        from: orNull('The address that it comes from.'),
      },
      { description: 'As the operator has set it.' },
    ),
    payments: Type.Union(
      [
        Type.Object({
          provider: Type.Enum(['mollie', 'sandbox']),
          connectedAt: orNull('ATOM; null: the test bank, which needs no connection.'),
          payoutToken: Type.Boolean({ description: 'There is a token that reads payouts.' }),
        }),
        Type.Null(),
      ],
      { description: 'How the company is paid online.' },
    ),
    bookkeeping: Type.Union(
      [
        Type.Object({
          provider: Type.String({ examples: ['moneybird'] }),
          administrationId: Type.String({ examples: ['123'] }),
          connectedAt,
          pending: Type.Integer({ description: 'Payments on their way there.' }),
          failed: Type.Integer({ description: 'Payments that were given up.' }),
        }),
        Type.Null(),
      ],
      { description: 'Where payments are registered.' },
    ),
    sms: Type.Union(
      [
        Type.Object({
          provider: Type.String({ examples: ['messagebird'] }),
          originator: Type.String({ description: 'Whom messages come from.', examples: ['Hockeyclub'] }),
          connectedAt,
        }),
        Type.Null(),
      ],
      { description: 'Who carries text messages.' },
    ),
  },
  { $id: 'Connections', description: 'What the company is connected to. Keys and tokens are never shown.' },
)

const secret = (description: string, maxLength = 500) =>
  Type.String({ description, minLength: 1, maxLength, examples: ['test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM'] })

export const paymentsConnection = Type.Object({
  apiKey: secret('Mollie’s API key: `live_…` or `test_…`.'),
})
export const payoutToken = Type.Object({
  token: Type.String({
    description: 'Mollie’s organization access token with `settlements.read`: `access_…`.',
    minLength: 1,
    maxLength: 500,
    examples: ['access_Wwvu7egPcJLLJ9Kb7J632x8wJ2zMeJ'],
  }),
})
export const bookkeepingConnection = Type.Object({
  administrationId: Type.String({ description: 'Digits.', minLength: 1, maxLength: 30, examples: ['123'] }),
  token: secret('Moneybird’s API token.'),
})
export const smsConnection = Type.Object({
  accessKey: secret('MessageBird’s access key.', 200),
  originator: Type.String({
    description: 'Whom messages come from: up to 11 letters and digits, or a number.',
    minLength: 1,
    maxLength: 16,
    examples: ['Hockeyclub'],
  }),
})

export const tested = Type.Object(
  {
    outcome: Type.Enum(
      ['works', 'not_connected', 'unauthorized', 'unavailable', 'rate_limited', 'refused', 'not_found'],
      { description: 'What really happened.' },
    ),
    message: Type.String({ description: 'The same in a sentence, with the words of the other side.' }),
    live: Type.Optional(Type.Boolean({ description: 'Real money, not a test account.' })),
    methods: Type.Optional(Type.Array(Type.String(), { description: 'What payers can choose from.' })),
    administration: Type.Optional(Type.String({ description: 'The name of the administration.' })),
    balance: Type.Optional(Type.String({ description: 'What is left in the account.' })),
  },
  { $id: 'Tested', description: 'What came of asking the other side.' },
)

export const testMail = Type.Object(
  {
    id: Type.String({ examples: ['mai_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    to: Type.String(),
    state: Type.Enum(['pending', 'sent', 'failed']),
    attempts: Type.Integer(),
    lastError: orNull('What the mail server said, where it did not take the mail.'),
    sentAt: orNull('ATOM.'),
  },
  { $id: 'TestMail', description: 'A mail to whoever asked, and what became of it.' },
)

export const bookkeepingUpdates = Type.Object({
  data: Type.Array(
    Type.Object({
      invoiceId: Type.String({ examples: ['inv_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
      invoiceNumber: Type.String(),
      amount: Type.String({ examples: ['12.95'] }),
      state: Type.Enum(['pending', 'done', 'failed']),
      attempts: Type.Integer(),
      lastError: orNull('What the bookkeeping said.'),
      updatedAt: instant,
    }),
    { description: 'The newest first, fifty at most.' },
  ),
})

export const retried = Type.Object({
  payments: Type.Integer({ description: 'How many are tried again.' }),
})

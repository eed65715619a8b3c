import Type from 'typebox'
import { amount, optionalInstant } from '../imports/schema.ts'
import { instant } from '../sessions/schema.ts'

const count = (description: string) => Type.Integer({ description, examples: [3] })

export const customerSummary = Type.Object(
  {
    externalId: Type.Union([Type.String(), Type.Null()], {
      description: 'What the partner’s software calls the customer.',
    }),
    currency: Type.String({ examples: ['EUR'] }),
    outstanding: amount('What is left to pay on all invoices together.'),
    invoices: count('All of them.'),
    unpaidInvoices: count('Those on which something is outstanding.'),
    offers: count('All of them.'),
    subscriptions: count('All of them.'),
    appointments: count('All of them, those to come and those that were.'),
    punchCards: count('Cards that the customer was given.'),
    agreements: count('To which somebody with the customer’s e-mail address was invited.'),
    files: count('Requests and shares together.'),
    conversations: count('All of them, archived ones too.'),
  },
  { $id: 'CustomerSummary', description: 'How much there is of everything about a customer.' },
)

export const customerPunchCard = Type.Object(
  {
    id: Type.String({ examples: ['pcb_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    punchCardId: Type.String({ examples: ['pcd_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
    name: Type.String({ description: 'Of the kind of card.' }),
    punches: Type.Integer({ description: 'Of a new one.' }),
    punchLabel: Type.String({ description: 'What a punch stands for.', examples: ['lessons'] }),
    punchesLeft: Type.Integer(),
    status: Type.Enum(['active', 'expired', 'fully_used']),
    expiresAt: optionalInstant('ATOM; null: never.'),
    issuedAt: instant,
  },
  { $id: 'CustomerPunchCard', description: 'A punch card that a customer was given.' },
)

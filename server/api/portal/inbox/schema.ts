import Type from 'typebox'
import { ticketStates } from '../../../domain/tickets/ticket.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const conversationFields = {
  id: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  title: Type.String(),
  state: Type.Enum([...ticketStates], { description: 'Whose turn it is, or that it is done with.' }),
  source: Type.Enum(['portal', 'email', 'chat']),
  invoiceId: orNull('The invoice that it is about.'),
  customerId: orNull('The customer.'),
}

export const inboxEntry = Type.Object(
  {
    ...conversationFields,
    customerName: orNull('The customer’s name.'),
    withSupport: Type.Boolean({ description: 'Was handed to the support team.' }),
    lastMessageAt: instant,
    lastMessage: orNull('The beginning of what was said last.'),
    lastFrom: Type.Union([Type.Enum(['customer', 'company']), Type.Null()]),
  },
  { $id: 'InboxEntry', description: 'A conversation as the inbox shows it.' },
)

const count = Type.Integer({ examples: [3] })
export const inboxCounts = Type.Object(
  { unanswered: count, answered: count, archived: count, support: count },
  { $id: 'InboxCounts', description: 'How many conversations each box holds.' },
)

export const conversation = Type.Object(
  {
    ...conversationFields,
    createdAt: instant,
    messages: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['tim_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        from: Type.Enum(['customer', 'company']),
        author: Type.String(),
        html: Type.String({ description: 'Sanitised.' }),
        text: Type.String(),
        postedAt: instant,
        attachments: Type.Array(
          Type.Object({ name: Type.String(), sizeBytes: Type.Integer(), mime: Type.String() }),
        ),
      }),
      { description: 'Oldest first.' },
    ),
  },
  { $id: 'Conversation', description: 'A conversation with all that was said.' },
)

export const reply = Type.Object({
  message: Type.String({
    description: 'Plain text or HTML; what is not harmless is taken out of it.',
    examples: ['<p>It was counted twice. We are sorry!</p>'],
  }),
})

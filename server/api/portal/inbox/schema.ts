import Type from 'typebox'
import { MOST_ATTACHMENTS } from '../../../domain/tickets/attach-to-message.ts'
import { inboxBoxes } from '../../../domain/tickets/browse-inbox.ts'
import { ticketStates } from '../../../domain/tickets/ticket.ts'
import { fileField } from '../../file-field.ts'
import { instant } from '../sessions/schema.ts'

const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description })

const person = Type.Union(
  [
    Type.Object({ id: Type.String({ examples: ['mbr_06fpvrn4w9zxnfm4v0k7c1qk3g'] }), name: Type.String() }),
    Type.Null(),
  ],
  { description: 'Who deals with it.' },
)

const conversationFields = {
  id: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  title: Type.String(),
  state: Type.Enum([...ticketStates], { description: 'Whose turn it is, or that it is done with.' }),
  source: Type.Enum(['portal', 'email', 'chat']),
  invoiceId: orNull('The invoice that it is about.'),
  invoiceNumber: orNull('The company’s own.'),
  customerId: orNull('The customer.'),
  customerName: orNull('The customer’s name.'),
  assignee: person,
  withSupport: Type.Boolean({ description: 'Was handed to the support team.' }),
  snoozedUntil: orNull('ATOM; out of sight until then.'),
  lastMessageAt: instant,
  unread: Type.Boolean({ description: 'The customer has said something since one looked.' }),
}

export const inboxEntry = Type.Object(
  {
    ...conversationFields,
    lastMessage: orNull('The beginning of what was said last.'),
    lastFrom: Type.Union([Type.Enum(['customer', 'company']), Type.Null()]),
    messageCount: Type.Integer(),
    hasAttachments: Type.Boolean(),
  },
  { $id: 'InboxEntry', description: 'A conversation as the inbox shows it.' },
)

const count = Type.Integer({ examples: [3] })
export const inboxCounts = Type.Object(
  Object.fromEntries(inboxBoxes.map((box) => [box, count])) as Record<
    (typeof inboxBoxes)[number],
    typeof count
  >,
  { $id: 'InboxCounts', description: 'How many conversations each box holds.' },
)

const attachment = Type.Object({
  id: Type.String({ examples: ['tma_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
  name: Type.String(),
  sizeBytes: Type.Integer(),
  mime: Type.String(),
})

export const conversation = Type.Object(
  {
    ...conversationFields,
    customerEmail: orNull('The customer’s address of mail.'),
    customerPhone: orNull('The customer’s number.'),
    createdAt: instant,
    messages: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['tim_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        from: Type.Enum(['customer', 'company']),
        author: Type.String({ description: 'As the customer reads it.' }),
        colleague: orNull('Who of the staff wrote it; customers do not see that.'),
        html: Type.String({ description: 'Sanitised.' }),
        text: Type.String(),
        postedAt: instant,
        attachments: Type.Array(attachment),
      }),
      { description: 'Oldest first.' },
    ),
    notes: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['ntn_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        author: Type.String(),
        html: Type.String({ description: 'Sanitised.' }),
        text: Type.String(),
        postedAt: instant,
      }),
      { description: 'What the staff say among themselves; oldest first.' },
    ),
    merges: Type.Array(
      Type.Object({
        id: Type.String({ examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'] }),
        title: Type.String(),
        mergedAt: instant,
      }),
      { description: 'Conversations that it has taken up; the first can be given back.' },
    ),
  },
  { $id: 'Conversation', description: 'A conversation with all that was said.' },
)

/** What mail programs and people send each other; nothing that runs, nor pages. */
const attachmentTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/avif',
  'text/plain',
  'text/csv',
  'application/zip',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]

const message = (description: string, example: string) => Type.String({ description, examples: [example] })

export const reply = Type.Object({
  message: message(
    'Plain text or HTML; what is not harmless is taken out of it.',
    '<p>It was counted twice. We are sorry!</p>',
  ),
  archive: Type.Optional(Type.Boolean({ description: 'It is done with then.', examples: [false] })),
  attachments: Type.Optional(
    Type.Array(fileField('A document, a picture or a text.', { types: attachmentTypes }), {
      maxItems: MOST_ATTACHMENTS,
    }),
  ),
})

export const note = Type.Object({
  message: message('Plain text or HTML, for the staff alone.', '<p>Called her: she pays on Friday.</p>'),
})

export const assignment = Type.Object({
  assigneeId: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description: 'The ID of a colleague, starting with `mbr_`; null or left out: nobody.',
      examples: ['mbr_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    }),
  ),
})

export const snooze = Type.Object({
  until: Type.String({
    description: 'A moment, on the company’s clock where it names no zone; within a year.',
    maxLength: 40,
    examples: ['2026-11-27 09:00'],
  }),
})

export const merge = Type.Object({
  ticketId: Type.String({
    description: 'The ID of the other conversation.',
    maxLength: 50,
    examples: ['tic_06fpvrn4w9zxnfm4v0k7c1qk3g'],
  }),
})

export const readMark = Type.Object({
  messageId: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description: 'The last message that was read; null or left out: none was.',
      examples: ['tim_06fpvrn4w9zxnfm4v0k7c1qk3g'],
    }),
  ),
})
